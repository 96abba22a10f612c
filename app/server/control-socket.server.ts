import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Logger } from './logger.server'

// The embedded database can be open in one process only. Commands of the command line reach it through
// a socket in the data folder: one line of JSON with the command, one line back with its result.

/** A command that the running site does for the command line; what it returns is written as JSON. */
export type ControlCommand = (input: unknown) => Promise<unknown>

/** No running site answers in the data folder. */
export class NoSiteError extends Error {
  override name = 'NoSiteError'
}

/** Linux takes 107 bytes for the path of a socket, others less. */
const MAX_PATH_BYTES = 100
const MAX_LINE_CHARACTERS = 64 * 1024

/**
 * Opens the socket, for this user alone, and answers the named commands. Whoever opens it holds the data
 * folder's lock: a socket that is found there was left behind. Returns the function that closes it.
 */
export async function openControlSocket(
  dataDir: string,
  commands: Readonly<Record<string, ControlCommand>>,
  log: Pick<Logger, 'error'>,
): Promise<() => Promise<void>> {
  const { folder, path } = socketPlace(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // The folder keeps others out already while the socket is bound and before its mode is set.
  requireOwnFolder(folder)
  chmodSync(folder, 0o700)
  rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    answer(socket, commands, log)
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(path, done)
  })
  chmodSync(path, 0o600)
  return async () => {
    for (const socket of open) socket.destroy()
    await new Promise<void>((done) => server.close(() => done()))
    rmSync(path, { force: true })
  }
}

/**
 * Has the running site do a command. Throws NoSiteError when none runs on the data folder, and an Error
 * with the site's words when the command failed.
 */
export async function callControlSocket(
  dataDir: string,
  command: string,
  input: unknown = {},
): Promise<unknown> {
  const { path } = socketPlace(dataDir)
  const socket = createConnection(path)
  try {
    await new Promise<void>((done, fail) => {
      socket.once('connect', done)
      socket.once('error', (cause) => fail(new NoSiteError('no site answers', { cause })))
    })
    socket.write(`${JSON.stringify({ command, input })}\n`)
    for await (const line of createInterface({ input: socket })) {
      const reply = JSON.parse(line) as { ok: boolean; result?: unknown; error?: string }
      if (reply.ok) return reply.result
      throw new Error(reply.error)
    }
    throw new Error('the site closed the connection without an answer')
  } finally {
    socket.destroy()
  }
}

function answer(
  socket: Socket,
  commands: Readonly<Record<string, ControlCommand>>,
  log: Pick<Logger, 'error'>,
): void {
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    text += chunk
    const end = text.indexOf('\n')
    if (end < 0) {
      if (text.length > MAX_LINE_CHARACTERS) socket.destroy()
      return
    }
    const line = text.slice(0, end)
    socket.removeAllListeners('data')
    run(line, commands)
      .then((result) => ({ ok: true, result: result ?? null }))
      .catch((error: unknown) => {
        log.error({ err: error }, 'a command of the command line failed')
        return { ok: false, error: error instanceof Error ? error.message : String(error) }
      })
      .then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
  })
}

async function run(
  line: string,
  commands: Readonly<Record<string, ControlCommand>>,
): Promise<unknown> {
  const { command, input } = JSON.parse(line) as { command?: unknown; input?: unknown }
  const known = typeof command === 'string' && Object.hasOwn(commands, command)
  if (!known) throw new Error(`unknown command: ${String(command)}`)
  return commands[command]?.(input)
}

/** In the data folder; where its path is too long for a socket, in a folder of the user's own below the system's. */
function socketPlace(dataDir: string): { folder: string; path: string } {
  const absolute = resolve(dataDir)
  const near = join(absolute, 'control')
  if (Buffer.byteLength(join(near, 'socket')) <= MAX_PATH_BYTES) {
    return { folder: near, path: join(near, 'socket') }
  }
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `lianxin-${process.getuid?.() ?? 0}-${name}`)
  return { folder, path: join(folder, 'socket') }
}

/** Somebody else's folder under the expected name would hand them the socket. */
function requireOwnFolder(folder: string): void {
  const status = lstatSync(folder)
  if (!status.isDirectory() || (process.getuid && status.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else: the command line cannot be served from it`)
  }
}
