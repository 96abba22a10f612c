import { randomBytes } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Markup } from './kept'

/** Nothing that a person writes contains it. */
const MARK = `\0${randomBytes(9).toString('base64url')}\0`

function renderToBytes(element: ReactElement, options: { identifierPrefix: string }): Buffer {
  return Buffer.from(renderToStaticMarkup(element, options))
}

/**
 * The bytes of one page. Parts that are kept stand in what React renders as marks, and are put in as the bytes that
 * they are kept as: turning Chinese text into bytes anew for each reader was a tenth of the work of a page.
 */
export class PageBytes implements Markup {
  readonly #parts: Buffer[] = []

  readonly render = renderToBytes

  place(part: Buffer): string {
    return `${MARK}${this.#parts.push(part) - 1}${MARK}`
  }

  /** The page as it is sent, from its markup with marks. */
  of(html: string): Buffer {
    const pieces = html.split(MARK)
    return Buffer.concat(
      // Between two marks stands the number of a part.
      pieces.map((piece, index) =>
        index % 2 === 1 ? (this.#parts[Number(piece)] ?? Buffer.alloc(0)) : Buffer.from(piece),
      ),
    )
  }
}
