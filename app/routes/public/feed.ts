import { Feed } from 'feed'
import { AppError } from '~/domain/errors'
import { readFeedSubject, type FeedSubject } from '~/domain/topic/feed-subject'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getFeed, type FeedEntry } from '~/queries/get-feed.server'
import { guardedLoader } from '~/server/http/guard.server'
import { siteAddress } from '~/server/site-address.server'

/** What is new, for feed readers (Atom 1.0, RFC 4287). */
export const loader = guardedLoader(everybody, async ({ scope, params }) => {
  const subject = readFeedSubject(params['kind'] ?? '', params['id'])
  if (!subject) throw new AppError('notFound')
  for (const tag of tagsOf(subject)) scope.pageTag(tag)
  const { name, entries } = await getFeed(scope, subject)
  const { container, language } = scope
  const t = translator(CATALOGUES[language])
  const here = siteAddress(container, feedPath(subject))
  const feed = new Feed({
    id: here,
    title: t(`feed.title.${subject.kind}`, { site: t('common.siteName'), name: name ?? '' }),
    link: siteAddress(container, paths.home()),
    feedLinks: { atom: here },
    language,
    updated: entries[0]?.publishedAt ?? new Date(0),
    author: { name: container.env.SITE_OPERATOR },
    copyright: container.env.SITE_OPERATOR,
  })
  for (const entry of entries) {
    const link = siteAddress(container, addressOf(entry))
    feed.addItem({
      id: link,
      link,
      title: asHtml(
        entry.kind === 'topic'
          ? entry.title
          : t(`feed.entry.${entry.kind}`, { title: entry.title }),
      ),
      description: asHtml(entry.excerpt),
      date: entry.publishedAt,
      published: entry.publishedAt,
    })
  }
  return new Response(feed.atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
})

function tagsOf(subject: FeedSubject): string[] {
  // Whatever is published drops the tag of the topics.
  return ['site', subject.kind === 'studios' ? `studio:${subject.id}` : 'topics']
}

function feedPath(subject: FeedSubject): string {
  return paths.feed(subject.kind, 'id' in subject ? subject.id : undefined)
}

function addressOf(entry: FeedEntry): string {
  if (entry.kind === 'response') return paths.responseDocument(entry.id)
  if (entry.kind === 'commitment') return paths.commitment(entry.id)
  return entry.kind === 'summary' ? paths.topicSummary(entry.topicId) : paths.topic(entry.topicId)
}

/** Titles and summaries of a feed are HTML; ours are plain text. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
