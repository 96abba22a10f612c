import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  callControlSocket,
  NoSiteError,
  openControlSocket,
  type ControlCommand,
} from '~/server/control-socket.server'

let dataDir: string
let errors: unknown[]
let close: (() => Promise<void>) | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lianxin-control-'))
  errors = []
})

afterEach(async () => {
  await close?.()
  close = undefined
  rmSync(dataDir, { recursive: true, force: true })
})

const open = async (commands: Record<string, ControlCommand>, folder = dataDir) => {
  close = await openControlSocket(folder, commands, {
    error: (entry: unknown) => errors.push(entry),
  })
}

describe('the control socket', () => {
  it('answers a command with its result, several at a time', async () => {
    await open({ double: async (input) => ({ twice: 2 * (input as { n: number }).n }) })
    const answers = await Promise.all(
      [1, 2, 3].map((n) => callControlSocket(dataDir, 'double', { n })),
    )
    expect(answers).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }])
  })

  it('is for its owner alone', async () => {
    await open({})
    expect(statSync(join(dataDir, 'control')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'control', 'socket')).mode & 0o777).toBe(0o600)
  })

  it('passes on what went wrong, and goes on', async () => {
    await open({
      fail: async () => {
        throw new Error('there is no such person')
      },
      work: async () => 'done',
    })
    await expect(callControlSocket(dataDir, 'fail')).rejects.toThrow('there is no such person')
    await expect(callControlSocket(dataDir, 'toString')).rejects.toThrow('unknown command')
    expect(errors).toHaveLength(2)
    expect(await callControlSocket(dataDir, 'work')).toBe('done')
  })

  it('bears lines that are no command and clients that vanish', async () => {
    await open({ work: async () => 'done' })
    const path = join(dataDir, 'control', 'socket')
    const send = (text: string) =>
      new Promise<string>((done) => {
        let reply = ''
        const socket = createConnection(path, () => socket.write(text))
        socket.on('data', (chunk) => (reply += chunk.toString()))
        socket.on('close', () => done(reply))
        socket.on('error', () => done(reply))
      })
    expect(JSON.parse(await send('no json\n'))).toMatchObject({ ok: false })
    expect(await send('x'.repeat(100_000))).toBe('')
    const gone = createConnection(path, () => gone.destroy())
    await new Promise((done) => gone.on('close', done))
    expect(await callControlSocket(dataDir, 'work')).toBe('done')
  })

  it('says so when no site runs, also where one has left its socket behind', async () => {
    await expect(callControlSocket(dataDir, 'work')).rejects.toBeInstanceOf(NoSiteError)
    mkdirSync(join(dataDir, 'control'))
    writeFileSync(join(dataDir, 'control', 'socket'), '')
    await expect(callControlSocket(dataDir, 'work')).rejects.toBeInstanceOf(NoSiteError)
    await open({ work: async () => 'done' })
    expect(await callControlSocket(dataDir, 'work')).toBe('done')
  })

  it('works in a folder whose path is too long for a socket, with blanks and Chinese in it', async () => {
    const deep = join(dataDir, '一个 很长的文件夹'.repeat(3), '里面 还有一个'.repeat(3))
    mkdirSync(deep, { recursive: true })
    await open({ work: async () => 'done' }, deep)
    expect(await callControlSocket(deep, 'work')).toBe('done')
    await expect(callControlSocket(dataDir, 'work')).rejects.toBeInstanceOf(NoSiteError)
  })
})
