import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { PersonaView } from '~/queries/list-personas.server'
import type { CarriedForm } from '~/server/http/error-response.server'
import styles from './persona-list.module.css'
import { CarriedField } from './carried-form'

/** The demo's people, each with what to try as them. */
export function PersonaList(props: {
  personas: readonly PersonaView[]
  next?: string
  carried?: CarriedForm
}) {
  const { t } = useTranslate()
  if (props.personas.length === 0) return null
  return (
    <Section id="personas" title={t('account.persona.title')} lede={t('account.persona.lede')}>
      <RuledList>
        {props.personas.map(({ personId, persona, displayName }) => (
          <RuledItem
            key={personId}
            margin={
              <PostForm action={paths.persona()}>
                <input type="hidden" name="personId" value={personId} />
                {props.next && <input type="hidden" name="next" value={props.next} />}
                <CarriedField carried={props.carried} />
                <Button
                  variant="secondary"
                  aria-label={t('account.persona.actionAs', { role: t(`persona.${persona}.name`) })}
                >
                  {t('account.persona.action')}
                </Button>
              </PostForm>
            }
          >
            <h3 className={styles.role}>
              {t(`persona.${persona}.name`)}
              <span className={styles.name}>{displayName}</span>
            </h3>
            <p>{t(`persona.${persona}.try`)}</p>
          </RuledItem>
        ))}
      </RuledList>
    </Section>
  )
}
