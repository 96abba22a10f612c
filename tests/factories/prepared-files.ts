import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareFiles } from '~/server/attachments/prepare-files.server'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { PDF } from '#tests/fixtures/files'
import type { TestSite } from '#tests/setup/test-site'

/** Documents fit to be stored, each with a name of its own. */
export async function makePreparedFiles(
  site: TestSite,
  ...names: string[]
): Promise<PreparedFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-prepared-'))
  const sent = await Promise.all(
    names.map(async (name, index) => {
      const path = join(folder, String(index))
      await writeFile(path, PDF)
      return { upload: { field: 'file1', name, path, bytes: PDF.length, cut: false }, alt: '' }
    }),
  )
  const made = await prepareFiles(site.container, sent)
  if (!made.ok) throw new Error(made.refused[0]?.problem)
  return made.files
}
