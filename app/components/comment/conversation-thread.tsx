import { CommentItem, OwnItem, type CommentActions } from './comment-item'
import type { CommentLine, OwnLine, PlaceLine } from './comment-lines'
import styles from './thread-list.module.css'

/** A conversation on a page of its own: the opening comment, then its replies in their order. */
export function ConversationThread(props: {
  rootId: string
  /** Null where only its author sees it. */
  opening: CommentLine | PlaceLine | null
  replies: ReadonlyArray<CommentLine | PlaceLine>
  heading: string
  actions: CommentActions | null
  ownIds: readonly string[]
  own: readonly OwnLine[]
  /** The replies end here: the reader's own waiting ones stand at the end. */
  lastPage: boolean
}) {
  const { opening, actions, own, ownIds } = props
  const item = (line: CommentLine | PlaceLine) => (
    <CommentItem
      line={line}
      actions={actions}
      isOwn={ownIds.includes(line.id)}
      own={own.find(({ id }) => id === line.id)}
    />
  )
  const ownOpening = own.find(({ id }) => id === props.rootId)
  const waiting = own.filter(({ rootId, html }) => rootId === props.rootId && html)
  return (
    <>
      {opening
        ? item(opening)
        : ownOpening && actions && <OwnItem own={ownOpening} actions={actions} />}
      <h2 className={styles.heading}>{props.heading}</h2>
      <ol role="list" className={styles.replies}>
        {props.replies.map((reply) => (
          <li key={reply.id}>{item(reply)}</li>
        ))}
        {props.lastPage &&
          actions &&
          waiting.map((each) => (
            <li key={each.id}>
              <OwnItem own={each} actions={actions} />
            </li>
          ))}
      </ol>
    </>
  )
}
