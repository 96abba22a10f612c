import { AttachedFiles } from '~/components/attachment/attached-files'
import { RoleMark } from '~/components/person/role-mark'
import { paths } from '~/paths'
import styles from './comment-item.module.css'
import { isPlaceLine, type CommentLine, type OwnLine, type PlaceLine } from './comment-lines'

/** The words at every comment that lead on, made once a page. Null for readers who cannot speak here. */
export interface CommentActions {
  reply: string | null
  quote: string | null
  edit: string
  withdraw: string
  receipt: string
  you: string
  /** 交办, for who may. */
  assign: string | null
}

/** A comment, or the place of one that is gone. `own` is what its author alone sees beside it. */
export function CommentItem(props: {
  line: CommentLine | PlaceLine
  actions: CommentActions | null
  isOwn: boolean
  own: OwnLine | undefined
}) {
  const { line, actions } = props
  if (isPlaceLine(line)) {
    return (
      <p className={styles.gone} id={`c-${line.id}`}>
        {line.gone}
      </p>
    )
  }
  return (
    <article className={styles.comment} id={`c-${line.id}`}>
      <p className={styles.by}>
        <b>{line.name}</b>
        {line.voice !== 'resident' && <RoleMark voice={line.voice} />}
        {line.byline && <span>{line.byline}</span>}
        <a href={line.href}>
          <time dateTime={line.isoTime}>{line.when}</time>
        </a>
        {!props.isOwn && (
          <a href={line.report.href} rel="nofollow" className={styles.report}>
            {line.report.label}
          </a>
        )}
      </p>
      {line.mention && <p className={styles.mention}>{line.mention}</p>}
      {line.quote && (
        <blockquote className={styles.quote}>
          {line.quote.href ? (
            <>
              <a href={line.quote.href}>{line.quote.by}</a>
              {line.quote.words}
            </>
          ) : (
            line.quote.words
          )}
        </blockquote>
      )}
      <div className="prose" lang={line.lang} dangerouslySetInnerHTML={{ __html: line.html }} />
      <AttachedFiles files={line.files} />
      {(line.marks || line.fates.length > 0 || actions) && (
        <p className={styles.foot}>
          {line.marks && <span className={styles.marks}>{line.marks}</span>}
          {line.fates.map((fate) => (
            <a key={fate.href} href={fate.href} className={styles.fate}>
              {fate.label}
            </a>
          ))}
          {actions?.reply && !props.isOwn && <a href={line.replyHref}>{actions.reply}</a>}
          {actions?.quote && !props.isOwn && <a href={line.quoteHref}>{actions.quote}</a>}
          {actions?.assign && <a href={paths.assign({ comment: line.id })}>{actions.assign}</a>}
          {actions && props.isOwn && (
            <>
              {actions.reply && <a href={paths.editComment(line.id)}>{actions.edit}</a>}
              <a href={paths.withdrawComment(line.id)}>{actions.withdraw}</a>
            </>
          )}
        </p>
      )}
      {props.own && actions && (
        <p className={styles.note}>
          {props.own.note} <a href={props.own.receiptHref}>{actions.receipt}</a>
        </p>
      )}
    </article>
  )
}

/** A comment that its author alone sees: in its place, marked as such. */
export function OwnItem(props: { own: OwnLine; actions: CommentActions }) {
  const { own, actions } = props
  return (
    <article className={styles.own} id={`c-${own.id}`}>
      <p className={styles.by}>
        <b>{actions.you}</b>
        <span>{own.note}</span>
      </p>
      {own.html && (
        <div className="prose" lang={own.lang} dangerouslySetInnerHTML={{ __html: own.html }} />
      )}
      <AttachedFiles files={own.files} />
      <p className={styles.foot}>
        {own.marks && <span className={styles.marks}>{own.marks}</span>}
        <a href={own.receiptHref}>{actions.receipt}</a>
        {own.editHref && <a href={own.editHref}>{actions.edit}</a>}
        <a href={own.withdrawHref}>{actions.withdraw}</a>
      </p>
    </article>
  )
}
