import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface LoadResult {
  requestsPerSecond: number
  /** Answers that were neither 2xx nor 3xx. */
  refused: number
}

/** Installs wrk where it lacks. */
export function needWrk(): void {
  if (spawnSync('wrk', ['--version']).error === undefined) return
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', '-qq', 'wrk'], { stdio: 'inherit' })
}

/** Sixteen connections from one thread for some seconds. `script` is Lua for wrk. */
export async function load(
  url: string,
  options: { seconds: number; script?: string; headers?: Record<string, string> },
): Promise<LoadResult> {
  const args = ['-t1', '-c16', `-d${options.seconds}s`]
  for (const [name, value] of Object.entries(options.headers ?? {}))
    args.push('-H', `${name}: ${value}`)
  if (options.script) {
    const file = join(mkdtempSync(join(tmpdir(), 'lianxin-bench-')), 'load.lua')
    writeFileSync(file, options.script)
    args.push('-s', file)
  }
  const { stdout } = await run('wrk', [...args, url])
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1]
  if (!rate) throw new Error(`wrk said:\n${stdout}`)
  return { requestsPerSecond: Number(rate), refused: Number(refused ?? 0) }
}

/** A bare node:http server in a process of its own that sends one answer from memory. */
export async function startBareServer(answer: {
  status: number
  headers: Record<string, string>
  body: Buffer
}): Promise<{ url: string; stop: () => void }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./bare-server.ts', import.meta.url))],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  child.stdin.end(JSON.stringify({ ...answer, body: answer.body.toString('base64') }))
  const port = await firstLine(child)
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() }
}

/** Listens on a free port of this machine. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return text.split('\n')[0] ?? ''
}

/** Resident memory of a process, in megabytes: now and at its highest. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: read('VmRSS'), peak: read('VmHWM') }
}
