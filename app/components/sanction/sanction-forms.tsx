import type { ReactNode } from 'react'
import { typedValues } from '~/components/admin/typed-values'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { APPEAL_EXPLANATION_MAX_CHARACTERS, APPEAL_WITHIN_DAYS } from '~/domain/moderation/appeal'
import {
  SANCTION_NOTE_MAX_CHARACTERS,
  SANCTION_REASON_MAX_CHARACTERS,
} from '~/domain/moderation/sanction'
import { SANCTION_APPEAL_RESULTS } from '~/domain/moderation/sanction-appeal'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { SanctionItem } from '~/queries/get-sanction.server'
import styles from './sanction.module.css'
import { StepFields } from './step-fields'

export const SANCTION_DEEDS = ['impose', 'dismiss', 'lift', 'decide'] as const

/** What can be done with a sanction: each a form of its own. */
export type SanctionDeed = (typeof SANCTION_DEEDS)[number]

interface DeedProps {
  item: SanctionItem
  /** The form of this deed, where it came back. */
  form?: FormState
}

function DeedForm(props: { deed: SanctionDeed; version: number; children: ReactNode }) {
  return (
    <PostForm>
      <input type="hidden" name="deed" value={props.deed} />
      <input type="hidden" name="version" value={props.version} />
      <Fields>{props.children}</Fields>
    </PostForm>
  )
}

/** Imposes what is proposed, or another step, with the words for the person. */
export function ImposeForm({ item, form }: DeedProps) {
  const { t } = useTranslate()
  const typed = typedValues(form, t)
  const proposed = item.steps.some(({ step }) => step === item.step) ? item.step : null
  return (
    <section className={styles.part} aria-labelledby="impose-title">
      <h2 id="impose-title">{t('sanction.decide.title')}</h2>
      <p className={styles.hint}>{t('sanction.decide.hint', { n: APPEAL_WITHIN_DAYS })}</p>
      <DeedForm deed="impose" version={item.version}>
        <StepFields steps={item.steps} typed={typed} step={proposed} days={item.days} />
        <TextArea
          name="reason"
          label={t('sanction.reason.label')}
          hint={t('sanction.reason.hint')}
          rows={4}
          maxCharacters={SANCTION_REASON_MAX_CHARACTERS}
          defaultValue={typed.value('reason', item.reason)}
          error={typed.errors('reason')}
        />
        <Actions>
          <Button wide>{t('sanction.decide.submit')}</Button>
        </Actions>
      </DeedForm>
    </section>
  )
}

/** Ends a proposal without a sanction. */
export function DismissForm({ item, form }: DeedProps) {
  const { t } = useTranslate()
  const typed = typedValues(form, t)
  return (
    <Disclosure summary={t('sanction.dismiss.title')} open={form !== undefined} id="dismiss">
      <DeedForm deed="dismiss" version={item.version}>
        <TextArea
          name="note"
          label={t('sanction.dismiss.note')}
          hint={t('sanction.dismiss.hint')}
          rows={3}
          maxCharacters={SANCTION_NOTE_MAX_CHARACTERS}
          defaultValue={typed.value('note')}
          error={typed.errors('note')}
        />
        <Actions>
          <Button variant="secondary">{t('sanction.dismiss.submit')}</Button>
        </Actions>
      </DeedForm>
    </Disclosure>
  )
}

/** Takes a sanction back before its time. */
export function LiftForm({ item, form }: DeedProps) {
  const { t } = useTranslate()
  const typed = typedValues(form, t)
  return (
    <Disclosure summary={t('sanction.lift.title')} open={form !== undefined} id="lift">
      <DeedForm deed="lift" version={item.version}>
        <TextArea
          name="reason"
          label={t('sanction.lift.reason')}
          hint={t('sanction.lift.hint')}
          rows={3}
          maxCharacters={SANCTION_REASON_MAX_CHARACTERS}
          defaultValue={typed.value('reason')}
          error={typed.errors('reason')}
        />
        <Actions>
          <Button variant="secondary">{t('sanction.lift.submit')}</Button>
        </Actions>
      </DeedForm>
    </Disclosure>
  )
}

/** 维持 or 解除, and what the person reads. */
export function DecideAppealForm({ item, form }: DeedProps) {
  const { t } = useTranslate()
  const typed = typedValues(form, t)
  return (
    <DeedForm deed="decide" version={item.version}>
      <RadioGroup
        name="result"
        label={t('sanction.appeal.question')}
        defaultValue={typed.value('result')}
        error={typed.errors('result')}
        options={SANCTION_APPEAL_RESULTS.map((value) => ({
          value,
          label: t(`sanction.appeal.${value}`),
        }))}
      />
      <TextArea
        name="explanation"
        label={t('sanction.appeal.explanation')}
        hint={t('sanction.appeal.explanation.hint')}
        rows={5}
        maxCharacters={APPEAL_EXPLANATION_MAX_CHARACTERS}
        defaultValue={typed.value('explanation')}
        error={typed.errors('explanation')}
      />
      <Actions>
        <Button wide>{t('sanction.appeal.submit')}</Button>
      </Actions>
    </DeedForm>
  )
}
