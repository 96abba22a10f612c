import { open } from 'node:fs/promises'
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { readTreeHead } from '~/domain/audit/tree-head'
import { lastHeadsOfDays } from '~/server/audit/tree.server'
import type { Container } from '~/server/container.server'

const BATCH = 500

/**
 * Adds to a file, as lines of JSON, the heads that it does not have yet: the last of each day in Shanghai, and the
 * newest. Each stands for everything before it. Returns how many were added.
 *
 * @throws Error where the file's last line is no head: it is somebody else's
 */
export async function exportAuditHeads(
  { database }: Pick<Container, 'database'>,
  file: string,
): Promise<number> {
  let after = await lastSize(file)
  let added = 0
  const target = await open(file, 'a')
  try {
    for (;;) {
      const heads = await lastHeadsOfDays(database, after, BATCH)
      for (const head of heads) await target.write(`${JSON.stringify(head)}\n`)
      added += heads.length
      const last = heads.at(-1)
      if (!last || heads.length < BATCH) break
      after = last.size
    }
    await target.sync()
    return added
  } finally {
    await target.close()
  }
}

async function lastSize(file: string): Promise<number> {
  if (!existsSync(file)) return 0
  let lastLine = ''
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    if (line.trim() !== '') lastLine = line
  }
  if (lastLine === '') return 0
  try {
    const head = readTreeHead(JSON.parse(lastLine))
    if (head) return head.size
  } catch {
    // Not even JSON.
  }
  throw new Error(`${file} is not a file of heads: its last line is none.`)
}
