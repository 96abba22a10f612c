import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { Fields, RadioGroup, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { RULE_MODES } from '~/domain/moderation/screening/rules'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import type { ScreeningRuleEntry } from '~/queries/list-screening-rules.server'

/** Whether a rule is on, what it asks for, and its numbers. */
export function RuleForm(props: { rule: ScreeningRuleEntry; returned: FormState | undefined }) {
  const { t } = useTranslate()
  const { rule, returned } = props
  const typed = (name: string) => returned?.values[name]
  const errors = (name: string) => fieldErrors(returned, name, t)
  return (
    <Section id="edit" title={t(`screening.rule.${rule.id}`)}>
      <PostForm>
        <input type="hidden" name="rule" value={rule.id} />
        <input type="hidden" name="version" value={rule.version ?? ''} />
        <Fields>
          <RadioGroup
            name="mode"
            inline
            label={t('screening.rules.mode')}
            defaultValue={typed('mode') ?? rule.mode}
            error={errors('mode')}
            options={RULE_MODES.map((mode) => ({
              value: mode,
              label: t(`screening.mode.${mode}`),
            }))}
          />
          <RadioGroup
            name="asks"
            inline
            label={t('screening.rules.asks')}
            defaultValue={typed('asks') ?? rule.asks}
            error={errors('asks')}
            options={rule.choices.map((asks) => ({
              value: asks,
              label: t(`screening.asks.${asks}`),
            }))}
          />
          {Object.entries(rule.bounds).map(([name, [least, most]]) => (
            <TextField
              key={name}
              name={`number.${name}`}
              label={t(`screening.number.${name}` as MessageKey)}
              hint={t('screening.rules.bounds', { least, most })}
              width="code"
              inputMode="numeric"
              defaultValue={typed(`number.${name}`) ?? String(rule.settings[name] ?? '')}
              error={errors(`number.${name}`)}
            />
          ))}
          <Actions>
            <Button>{t('screening.rules.save')}</Button>
            <ButtonLink href={paths.screeningRules()} variant="quiet">
              {t('screening.rules.cancel')}
            </ButtonLink>
          </Actions>
        </Fields>
      </PostForm>
    </Section>
  )
}
