import { CATALOGUES } from '~/i18n/catalogues'
import type { Language } from '~/i18n/languages'
import { translator, type Translate } from '~/i18n/translate'

/** A line of news: what happened, and where it can be read. */
export interface MailLine {
  words: string
  url: string
  own: boolean
}

export interface ComposedMail {
  subject: string
  text: string
  html: string
}

interface Letter {
  subject: string
  greeting: string
  /** What stands before the lines. */
  opening: string
  lines: readonly MailLine[]
  /** Small, below: why it was sent, and how to have it otherwise. */
  closing: ReadonlyArray<{ words: string; url?: string }>
}

/** A mail with news, or a digest of them: first what concerns the reader's own words. */
export function composeNews(
  language: Language,
  mail: {
    kind: 'news' | 'digest'
    name: string
    lines: readonly MailLine[]
    /** More than the mail lists. */
    more: number
    listUrl: string
    settingsUrl: string
    unsubscribeUrl: string
  },
): ComposedMail {
  const t = translator(CATALOGUES[language])
  const { kind, lines } = mail
  const [first] = lines
  const count = lines.length + mail.more
  const subject =
    kind === 'digest'
      ? t('mail.subject.digest', { n: count })
      : count === 1 && first
        ? first.words
        : t('mail.subject.several', { n: count })
  const ordered = [...lines.filter(({ own }) => own), ...lines.filter(({ own }) => !own)]
  return write(t, language, {
    subject: t('mail.subject', { subject }),
    greeting: t('mail.greeting', { name: mail.name }),
    opening: t(kind === 'digest' ? 'mail.opening.digest' : 'mail.opening.news'),
    lines:
      mail.more > 0
        ? [...ordered, { words: t('mail.more', { n: mail.more }), url: mail.listUrl, own: false }]
        : ordered,
    closing: [
      { words: t('mail.why') },
      { words: t('mail.settings'), url: mail.settingsUrl },
      { words: t('mail.unsubscribe'), url: mail.unsubscribeUrl },
    ],
  })
}

/** The mail with the link that confirms an address. */
export function composeConfirmation(
  language: Language,
  mail: { name: string; url: string; hours: number },
): ComposedMail {
  const t = translator(CATALOGUES[language])
  return write(t, language, {
    subject: t('mail.subject', { subject: t('mail.confirm.subject') }),
    greeting: t('mail.greeting', { name: mail.name }),
    opening: t('mail.confirm.opening', { hours: mail.hours }),
    lines: [{ words: t('mail.confirm.action'), url: mail.url, own: false }],
    closing: [{ words: t('mail.confirm.not') }],
  })
}

function write(t: Translate, language: Language, letter: Letter): ComposedMail {
  const text = [
    letter.greeting,
    letter.opening,
    ...letter.lines.map(({ words, url }) => `· ${words}\n  ${url}`),
    `—— ${t('common.siteName')}`,
    letter.closing.map(({ words, url }) => (url ? `${words} ${url}` : words)).join('\n'),
  ].join('\n\n')
  const line = ({ words, url }: MailLine) =>
    `<li style="margin:0 0 14px"><a href="${escape(url)}" style="color:#1f4e5f">${escape(words)}</a></li>`
  const below = ({ words, url }: { words: string; url?: string }) =>
    url ? `<a href="${escape(url)}" style="color:#5b6472">${escape(words)}</a>` : escape(words)
  // Mail programs know no style sheets.
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escape(letter.subject)}</title></head>
<body style="margin:0;padding:24px;background:#fbf8f2;color:#1c2430;font:16px/1.75 system-ui,'PingFang SC','Microsoft YaHei',sans-serif">
<div style="max-width:38em;margin:0 auto">
<p style="margin:0 0 20px;padding:0 0 10px;border-bottom:2px solid #1f4e5f;font-family:'Songti SC',SimSun,serif;font-size:20px;font-weight:700">${escape(t('common.siteName'))}</p>
<p>${escape(letter.greeting)}</p>
<p>${escape(letter.opening)}</p>
<ul style="padding:0 0 0 1.2em">${letter.lines.map(line).join('')}</ul>
<p style="margin:28px 0 0;padding:12px 0 0;border-top:1px solid #d9d2c4;color:#5b6472;font-size:14px">${letter.closing.map(below).join('<br>')}</p>
</div></body></html>`
  return { subject: letter.subject, text, html }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
