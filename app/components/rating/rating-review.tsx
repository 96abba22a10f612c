import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { DateTime } from '~/components/ui/date-time'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { isRuleId } from '~/domain/moderation/screening/rules'
import { REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { WaitingRating } from '~/queries/list-waiting-ratings.server'
import { GradeLine } from './grade-line'
import styles from './rating-review.module.css'

/** Words beside a rating as a moderator reads them, with the two decisions there are. */
export function RatingReview(props: { rating: WaitingRating; form: FormState | undefined }) {
  const { t } = useTranslate()
  const { rating, form } = props
  return (
    <RuledItem id={`g-${rating.id}`}>
      <h2>
        <a href={paths.response(rating.topicId, rating.responseId)}>{rating.title}</a>
      </h2>
      <MetaLine>
        <b>{rating.name}</b>
        <span>{t('rating.review.of', { department: rating.department })}</span>
        <DateTime value={rating.sentAt} />
      </MetaLine>
      <GradeLine grades={rating} />
      <p className={styles.words}>{rating.text}</p>
      {rating.rules.length > 0 && (
        <p className={styles.quiet}>
          {rating.rules
            .filter(isRuleId)
            .map((rule) => t(`screening.rule.${rule}`))
            .join(t('ui.listSeparator'))}
        </p>
      )}
      {rating.publicText !== rating.text && (
        <p className={styles.words}>
          <span className={styles.quiet}>{t('rating.review.masked')}</span> {rating.publicText}
        </p>
      )}
      {rating.recusal ? (
        <p className={styles.quiet}>{t(`moderation.recusal.${rating.recusal}`)}</p>
      ) : (
        <Decisions rating={rating} form={form} />
      )}
    </RuledItem>
  )
}

function Decisions({ rating, form }: { rating: WaitingRating; form: FormState | undefined }) {
  const { t } = useTranslate()
  const facts = (outcome: 'publish' | 'refuse') => (
    <>
      <input type="hidden" name="ratingId" value={rating.id} />
      <input type="hidden" name="version" value={rating.version} />
      <input type="hidden" name="outcome" value={outcome} />
    </>
  )
  return (
    <>
      <PostForm action={paths.moderationRatings()}>
        {facts('publish')}
        <Actions>
          <Button>{t('rating.review.publish')}</Button>
        </Actions>
      </PostForm>
      <Disclosure summary={t('rating.review.refuse.open')} open={form !== undefined}>
        <PostForm action={`${paths.moderationRatings()}#g-${rating.id}`}>
          {facts('refuse')}
          <Fields>
            <TextArea
              name="refusal"
              id={`refusal-${rating.id}`}
              label={t('rating.review.refusal.label')}
              hint={t('rating.review.refusal.hint')}
              error={fieldErrors(form, 'refusal', t)}
              defaultValue={form?.values['refusal']}
              maxCharacters={REASON_MAX_CHARACTERS}
              rows={3}
            />
            <Actions>
              <Button variant="danger">{t('rating.review.refuse')}</Button>
            </Actions>
          </Fields>
        </PostForm>
      </Disclosure>
    </>
  )
}
