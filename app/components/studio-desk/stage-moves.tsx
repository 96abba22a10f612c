import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { TOPIC_LIMITS } from '~/domain/topic/topic-text'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { StudioTopic } from '~/queries/get-studio-topic.server'
import { MissingList } from './missing-list'
import styles from './stage-moves.module.css'

/** Where the topic can go, each way with what is still missing for it. */
export function StageMoves(props: {
  topic: Pick<StudioTopic['topic'], 'stage' | 'version'>
  moves: StudioTopic['moves']
  action: string
  form?: FormState
}) {
  const { t } = useTranslate()
  const { topic, moves, form } = props
  return (
    <div className={styles.all}>
      <ErrorSummary errors={allErrors(form, t)} />
      <ul role="list" className={styles.moves}>
        {moves.map(({ to, missing }, index) => {
          const secondRound = topic.stage === 'closed'
          const title = secondRound
            ? t('studioDesk.topic.secondRound')
            : t('studioDesk.topic.move', { stage: t(`stage.${to}`) })
          return (
            <li key={to} className={styles.move}>
              <h3>{title}</h3>
              <p className={styles.what}>
                {t(secondRound ? 'studioDesk.topic.secondRound.lede' : `studioDesk.topic.${to}`)}
              </p>
              {missing.length > 0 ? (
                <div>
                  <p>{t('studioDesk.topic.missing')}</p>
                  <MissingList missing={missing} />
                </div>
              ) : (
                <PostForm action={props.action}>
                  <input type="hidden" name="intent" value="move" />
                  <input type="hidden" name="to" value={to} />
                  <input type="hidden" name="version" value={topic.version} />
                  <Fields>
                    {secondRound && (
                      <TextArea
                        name="reason"
                        label={t('studioDesk.topic.reason')}
                        error={fieldErrors(form, 'reason', t)}
                        maxCharacters={TOPIC_LIMITS.reason}
                        rows={3}
                        defaultValue={form?.values['reason']}
                      />
                    )}
                    <Actions>
                      <Button variant={index === 0 ? 'primary' : 'secondary'} wide>
                        {title}
                      </Button>
                    </Actions>
                  </Fields>
                </PostForm>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
