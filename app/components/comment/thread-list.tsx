import { Kept } from '~/components/layout/kept'
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
  const { actions, own, repliesLabel } = props
  const reader = actions ? (actions.reply ? 'speaker' : 'reader') : 'guest'
  const variant = actions?.assign ? `${reader}-assigner` : reader
  return (
    <ol role="list" className={styles.threads} aria-label={props.label}>
      {props.entries.map((entry) => {
        if ('waiting' in entry) {
          return (
            <li key={entry.id} className={styles.thread}>
              {actions && <OwnItem own={entry.waiting} actions={actions} />}
            </li>
          )
        }
        const thread = () => (
          <Thread line={entry} actions={actions} own={own} repliesLabel={repliesLabel} />
        )
        return hasOwn(entry, own) ? (
          <li key={entry.id} className={styles.thread}>
            {thread()}
          </li>
        ) : (
          <Kept
            key={entry.id}
            of={entry}
            name={`${entry.id}-${variant}`}
            as="li"
            className={styles.thread}
          >
            {thread}
          </Kept>
        )
      })}
    </ol>
  )
}

/** Whether something in a conversation is the reader's own: then it is not everybody's. */
function hasOwn(line: ThreadLine, own: OwnPart): boolean {
  if (own.ids.length === 0 && own.lines.length === 0) return false
  return (
    own.ids.includes(line.id) ||
    line.replies.some(({ id }) => own.ids.includes(id)) ||
    own.lines.some(({ id, rootId }) => id === line.id || rootId === line.id)
  )
}

function Thread(props: {
  line: ThreadLine
  actions: CommentActions | null
  own: OwnPart
  repliesLabel: string
}) {
  const { line, actions, own } = props
  const waiting = own.lines.filter(({ rootId, html }) => rootId === line.id && html)
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
