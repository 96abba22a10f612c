import type { feed as source } from '../zh-hans/feed'

export const feed: Record<keyof typeof source, string> = {
  'feed.title.topics': '{site}: new topics',
  'feed.title.responses': '{site}: official responses',
  'feed.title.commitments': '{site}: promises',
  'feed.title.outcomes': '{site}: outcomes',
  'feed.title.categories': '{site}: {name}',
  'feed.title.studios': '{site}: {name}',
  'feed.entry.response': 'Response: {title}',
  'feed.entry.commitment': 'Promise: {title}',
  'feed.entry.summary': 'Outcome: {title}',
  'feed.page.title': 'Feeds',
  'feed.page.lede':
    'Follow this site in a feed reader: it fetches new topics, responses, promises and outcomes by itself. No account and no e-mail address are needed.',
  'feed.page.site': 'Whole site',
  'feed.page.topics': 'New topics',
  'feed.page.responses': 'Official responses',
  'feed.page.commitments': 'New promises',
  'feed.page.outcomes': 'Outcomes',
  'feed.page.categories': 'By category',
  'feed.page.studios': 'By member studio or station',
  'feed.page.how': 'How to use them',
  'feed.page.howText':
    'Copy the address of a link above into a reader that knows Atom. Each feed holds the latest 30 entries. Comments are in no feed; read them on the page of their topic.',
  'feed.link': 'Feed (Atom)',
}
