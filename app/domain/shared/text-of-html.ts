const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

/**
 * The words of a rendered text without its markup, as one line: for excerpts. For the HTML that the renderer
 * makes, also when it is cut off within a tag; what comes out is text, and no HTML.
 */
export function textOfHtml(html: string): string {
  return html
    .replace(/<\/(?:p|li|blockquote|pre|h\d|td|th)>|<br\s*\/?>/g, ' ')
    .replace(/<[^>]*(?:>|$)/g, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim()
}
