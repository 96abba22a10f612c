import { CommentText } from '~/components/desk/comment-text'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { ErrorSummary } from '~/components/ui/error-summary'
import { CheckboxGroup, type Option } from '~/components/ui/field'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PostForm } from '~/components/ui/post-form'
import { COMMENT_KINDS, STANCES } from '~/domain/comment/comment'
import { VOICES } from '~/domain/person/role'
import { formatDate } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { listed } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { SummaryPointView } from '~/queries/get-summary-draft.server'
import type { CitableComment, CitableConversation } from '~/queries/list-citable-comments.server'
import styles from './citation-picker.module.css'

/** Where the picker stands: which point, which comments. */
export interface PickerPlace {
  point: string
  conversation?: string
  stance?: string
  kind?: string
  voice?: string
  uncited?: string
  after?: string
}

/**
 * The comments of the topic to pick from, for one point. Each page is saved by itself: what is ticked on it is
 * cited from then on, what is not ticked no longer; other pages stay as they are.
 */
export function CitationPicker(props: {
  topicId: string
  point: SummaryPointView
  number: number
  version: number
  place: PickerPlace
  conversations: readonly CitableConversation[]
  next: string | null
  form?: FormState
}) {
  const { t } = useTranslate()
  const { topicId, point, place, conversations, form } = props
  const comments = conversations.flatMap(({ opening, replies }) => [opening, ...replies])
  const cited = new Set(point.citations.map(({ commentId }) => commentId))
  const ticked = form
    ? listed(form.values, 'cite')
    : comments.filter(({ id }) => cited.has(id)).map(({ id }) => id)
  return (
    <div className={styles.picker}>
      <div className={styles.point}>
        <p className={styles.pointLabel}>
          {t('summary.picker.point')} · {t(`summary.point.${point.kind}`)}
        </p>
        {point.text === '' ? (
          <p>{t('summary.picker.empty')}</p>
        ) : (
          <div className="prose" dangerouslySetInnerHTML={{ __html: point.html }} />
        )}
      </div>
      {place.conversation ? (
        <p>
          <a href={paths.summaryEditor(topicId, { point: place.point })}>
            {t('summary.picker.backToAll')}
          </a>
        </p>
      ) : (
        <Filters topicId={topicId} place={place} />
      )}
      {comments.length === 0 ? (
        <EmptyState
          title={t('summary.picker.none.title')}
          action={
            <a href={paths.summaryEditor(topicId, { point: place.point })}>
              {t('summary.picker.first')}
            </a>
          }
        >
          <p>{t('summary.picker.none.text')}</p>
        </EmptyState>
      ) : (
        <PostForm action={paths.summaryEditor(topicId, { ...place })}>
          <div className={styles.errors}>
            <ErrorSummary errors={allErrors(form, t)} />
          </div>
          <input type="hidden" name="intent" value="pick" />
          <input type="hidden" name="version" value={props.version} />
          <input type="hidden" name="shown" value={comments.map(({ id }) => id).join(' ')} />
          <CheckboxGroup
            name="cite"
            label={t('summary.picker.legend')}
            error={fieldErrors(form, 'cite', t)}
            defaultValues={ticked}
            options={conversations.flatMap((conversation) =>
              optionsOf(conversation, props.number, t),
            )}
          />
          {conversations.some(({ moreReplies }) => moreReplies) && (
            <ul role="list" className={styles.more}>
              {conversations
                .filter(({ moreReplies }) => moreReplies)
                .map(({ opening }) => (
                  <li key={opening.id}>
                    {opening.authorName}
                    <span className={styles.marks}>{t('summary.picker.moreReplies')}</span>
                    <Button name="then" value={`conversation:${opening.id}`} variant="quiet">
                      {t('summary.picker.allReplies')}
                    </Button>
                  </li>
                ))}
            </ul>
          )}
          <div className={styles.end}>
            <Actions>
              <Button name="then" value="back">
                {t('summary.picker.save')}
              </Button>
              {props.next && (
                <Button name="then" value={`next:${props.next}`} variant="secondary">
                  {t('summary.picker.next')}
                </Button>
              )}
              <ButtonLink variant="quiet" href={`${paths.summaryEditor(topicId)}#p-${place.point}`}>
                {t('summary.picker.back')}
              </ButtonLink>
            </Actions>
          </div>
        </PostForm>
      )}
    </div>
  )
}

type Words = ReturnType<typeof useTranslate>['t']

function optionsOf(conversation: CitableConversation, number: number, t: Words): Option[] {
  return [conversation.opening, ...conversation.replies].map((comment) => ({
    value: comment.id,
    label: comment.rootId
      ? `${comment.authorName} · ${t('summary.picker.reply')}`
      : comment.authorName,
    hint: <Offered comment={comment} number={number} />,
  }))
}

function Offered({ comment, number }: { comment: CitableComment; number: number }) {
  const { t, language } = useTranslate()
  const others = comment.citedBy.filter((each) => each !== number)
  const marks = [
    comment.voice !== 'resident' && (comment.authorTitle ?? t(`voice.${comment.voice}`)),
    !comment.rootId && t(`kind.${comment.kind}`),
    comment.stance && t(`stance.${comment.stance}`),
    formatDate(comment.createdAt, language),
    others.length > 0 &&
      t('summary.picker.citedBy', { points: others.join(t('ui.listSeparator')) }),
  ].filter(Boolean)
  return (
    <div className={comment.rootId ? styles.reply : undefined}>
      <CommentText text={comment.text} lang={comment.lang} />
      <div>{marks.join(' · ')}</div>
    </div>
  )
}

/** Plain links, one filter at a time: what is not saved is not kept by them, and the label says so. */
function Filters({ topicId, place }: { topicId: string; place: PickerPlace }) {
  const { t } = useTranslate()
  const { point } = place
  const link = (query: Omit<PickerPlace, 'point'>) =>
    paths.summaryEditor(topicId, { point, ...query })
  const unfiltered = !place.stance && !place.kind && !place.voice && !place.uncited
  return (
    <LinkTabs
      label={t('summary.picker.filter')}
      tabs={[
        { href: link({}), label: t('summary.picker.all'), current: unfiltered },
        {
          href: link({ uncited: '1' }),
          label: t('summary.picker.uncited'),
          current: place.uncited === '1',
        },
        ...STANCES.map((stance) => ({
          href: link({ stance }),
          label: t(`stance.${stance}`),
          current: place.stance === stance,
        })),
        ...COMMENT_KINDS.map((kind) => ({
          href: link({ kind }),
          label: t(`kind.${kind}`),
          current: place.kind === kind,
        })),
        ...VOICES.filter((voice) => voice !== 'official').map((voice) => ({
          href: link({ voice }),
          label: t(`voice.${voice}`),
          current: place.voice === voice,
        })),
      ]}
    />
  )
}
