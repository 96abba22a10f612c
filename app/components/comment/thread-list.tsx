import { CommentItem, OwnItem, type CommentActions } from './comment-item'
import type { OwnLine, ThreadLine } from './comment-lines'
import styles from './thread-list.module.css'

/** A conversation, or a comment that its author alone sees, in its place among them. */
export type ThreadEntry = ThreadLine | { id: string; waiting: OwnLine }

/** The reader's own part of a page: what is theirs, and what only they see of it. */
export interface OwnPart {
  /** Their public comments on this page. */
  ids: readonly string[]
  lines: readonly OwnLine[]
}

/** The conversations of a topic, each with its first replies. */
export function ThreadList(props: {
  label: string
  repliesLabel: string
  entries: readonly ThreadEntry[]
  actions: CommentActions | null
  own: OwnPart
}) {
  const { actions, own } = props
  return (
    <ol role="list" className={styles.threads} aria-label={props.label}>
      {props.entries.map((entry) => (
        <li key={entry.id} className={styles.thread}>
          {'waiting' in entry ? (
            actions && <OwnItem own={entry.waiting} actions={actions} />
          ) : (
            <Thread
              line={entry}
              actions={actions}
              own={own}
              waiting={own.lines.filter(({ rootId, html }) => rootId === entry.id && html)}
              repliesLabel={props.repliesLabel}
            />
          )}
        </li>
      ))}
    </ol>
  )
}

function Thread(props: {
  line: ThreadLine
  actions: CommentActions | null
  own: OwnPart
  waiting: readonly OwnLine[]
  repliesLabel: string
}) {
  const { line, actions, own, waiting } = props
  return (
    <>
      <CommentItem
        line={line.opening}
        actions={actions}
        isOwn={own.ids.includes(line.id)}
        own={own.lines.find(({ id }) => id === line.id)}
      />
      {(line.replies.length > 0 || waiting.length > 0) && (
        <ol role="list" className={styles.replies} aria-label={props.repliesLabel}>
          {line.replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem
                line={reply}
                actions={actions}
                isOwn={own.ids.includes(reply.id)}
                own={own.lines.find(({ id }) => id === reply.id)}
              />
            </li>
          ))}
          {actions &&
            waiting.map((each) => (
              <li key={each.id}>
                <OwnItem own={each} actions={actions} />
              </li>
            ))}
        </ol>
      )}
      {line.all && (
        <p className={styles.all}>
          <a href={line.all.href}>{line.all.label}</a>
        </p>
      )}
    </>
  )
}
