import type { meta as source } from '../zh-hans/meta'

export const meta: Record<keyof typeof source, string> = {
  'meta.site.description':
    'Lianxin is a forum for local deliberation: residents, members, experts and departments talk over matters close to home, and everything that comes of it is public.',
  'meta.column.home': 'Home',
  'meta.column.topics': 'Topics',
  'meta.column.studios': 'Studios',
  'meta.column.type': 'Public participation',
  'meta.keywords': 'deliberation,topics,public comment,studios,official responses',
  'meta.topics.description':
    'Topics that take comments, are being talked over, are being handled, or are closed.',
  'meta.studios.description':
    'Where the studios and stations are, who works there, what they promise and which topics they opened.',
  'meta.outcome.description': 'Outcome of “{title}”: {verdict}, {n} {n:point|points}.',
}
