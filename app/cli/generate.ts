import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { Converter } from 'opencc-js/cn2t'
import { ZH_HANT_OVERRIDES } from '~/i18n/zh-hant-overrides'
import { zhHans, type MessageKey } from '~/i18n/zh-hans'

/** The 繁體 catalogue: 简体 converted by OpenCC, with the overrides. */
export function convertCatalogue(): Record<MessageKey, string> {
  const convert = Converter({ from: 'cn', to: 'tw' })
  const entries = Object.entries(zhHans).map(([key, text]) => [
    key,
    ZH_HANT_OVERRIDES[key as MessageKey] ?? convert(text),
  ])
  return Object.fromEntries(entries) as Record<MessageKey, string>
}

/** The script of the page that checks receipts, in one piece: it stands in the page itself. */
function bundleReceiptChecker(root: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['app/receipt-check/browser.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    // Kept as they are, letters of other scripts could be changed by whoever saves the page.
    charset: 'ascii',
    legalComments: 'none',
  })
  return outputFiles[0]?.text.trim() ?? ''
}

/** Writes what is generated into app/generated: the Prisma client, the 繁體 catalogue, the checker of receipts. */
export function generate(root: string): void {
  const folder = join(root, 'app', 'generated')
  mkdirSync(folder, { recursive: true })
  const catalogue = JSON.stringify(convertCatalogue(), null, 2)
  writeIfChanged(
    join(folder, 'zh-hant.ts'),
    `import type { Messages } from '~/i18n/zh-hans'\n\nexport const zhHant: Messages = ${catalogue}\n`,
  )
  writeIfChanged(
    join(folder, 'receipt-checker.ts'),
    `export const receiptChecker = ${JSON.stringify(bundleReceiptChecker(root))}\n`,
  )
  const schema = readSchema(join(root, 'prisma', 'schema'))
  const stamp = join(folder, 'schema.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === schema) return
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  execFileSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  writeFileSync(stamp, schema)
}

function readSchema(folder: string): string {
  const files = readdirSync(folder).sort()
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
}

function writeIfChanged(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

if (process.argv[1]?.endsWith('generate.ts')) generate(process.cwd())
