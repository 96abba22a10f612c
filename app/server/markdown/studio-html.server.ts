import { RENDERER_VERSION, renderMarkdown } from './render.server'

/** A studio's texts as its page shows them, to be stored beside them. */
export function studioHtml(texts: { introduction: string; duties: string; rules: string }) {
  return {
    introductionHtml: renderMarkdown(texts.introduction, 'document').html,
    dutiesHtml: renderMarkdown(texts.duties, 'document').html,
    rulesHtml: renderMarkdown(texts.rules, 'document').html,
    rendererVersion: RENDERER_VERSION,
  }
}
