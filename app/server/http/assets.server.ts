import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler } from 'express'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The build's assets, for good: their names change with their contents. What the build has compressed
 * beforehand is sent as it lies there.
 */
export function assets(folder: string): RequestHandler {
  const files = express.static(folder, {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
  })
  const known = new Map<string, boolean>()
  const has = (path: string) => {
    const seen = known.get(path)
    if (seen !== undefined) return seen
    const there = existsSync(join(folder, path))
    if (known.size < 5_000) known.set(path, there)
    return there
  }
  return (request, response, next) => {
    const path = request.path
    const type = TYPES[path.slice(path.lastIndexOf('.'))]
    const accepted = request.headers['accept-encoding'] ?? ''
    if (type && /^\/[\w.-]+$/.test(path)) {
      response.setHeader('vary', 'Accept-Encoding')
      for (const [encoding, suffix] of [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const) {
        if (!accepted.includes(encoding) || !has(path + suffix)) continue
        request.url = path + suffix
        response.setHeader('content-type', type)
        response.setHeader('content-encoding', encoding)
        break
      }
    }
    response.setHeader('x-content-type-options', 'nosniff')
    files(request, response, next)
  }
}
