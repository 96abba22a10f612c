import type { ReactNode } from 'react'
import { fieldLabel, valueText } from '~/components/audit/audit-words'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Facts } from '~/components/ui/facts'
import { Notice } from '~/components/ui/notice'
import type { ErrorParams } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { allErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'

/** What a page is given of a form that came back. */
export interface ReturnedForm {
  form: FormState
  conflict: ErrorParams | null
}

/** What may be said after something was done, by the parameter `done` of the address. */
export const DONE = ['saved', 'granted', 'revoked', 'imported', 'announced', 'removed'] as const

export type Done = (typeof DONE)[number]

/** The known value of the parameter `done`, or null. */
export function readDone(url: URL): Done | null {
  return DONE.find((known) => known === url.searchParams.get('done')) ?? null
}

/**
 * What stands above the forms of a page: errors, a conflict, or that something was done.
 *
 * @param props.present what is entered now, to be compared with what was typed after a conflict
 */
export function FormNotices(props: {
  returned?: ReturnedForm
  done?: Done | null
  present?: Readonly<Record<string, unknown>>
  names?: Readonly<Record<string, string>>
}) {
  const { t } = useTranslate()
  const { returned, done } = props
  if (returned?.conflict) {
    return (
      <ConflictNotice conflict={returned.conflict} present={props.present} names={props.names} />
    )
  }
  if (returned) return <ErrorSummary errors={allErrors(returned.form, t)} />
  return done ? (
    <Notice kind="success" title={t('admin.done.title')} live>
      <p>{t(`admin.done.${done}`)}</p>
    </Notice>
  ) : null
}

/** Somebody else was faster: who, when, with what, and what is entered now. */
function ConflictNotice(props: {
  conflict: ErrorParams
  present?: Readonly<Record<string, unknown>>
  names?: Readonly<Record<string, string>>
}) {
  const { t, language } = useTranslate()
  const { conflict, present = {}, names = {} } = props
  const who = String(conflict['who'] ?? '')
  const at = String(conflict['at'] ?? '')
  const fields = String(conflict['what'] ?? '')
    .split(',')
    .filter((field) => field !== '')
  const params = {
    who,
    at: at && formatDateTime(new Date(at), language),
    what: fields.map((field) => fieldLabel(t, field)).join(t('ui.listSeparator')),
  }
  const told: ReactNode =
    who === '' || at === ''
      ? t('admin.conflict.unknown')
      : conflict['mine'] === 1
        ? t('admin.conflict.mine', params)
        : t(fields.length > 0 ? 'admin.conflict.who' : 'admin.conflict.whoOnly', params)
  const known = fields.filter((field) => field in present)
  return (
    <Notice kind="warning" title={t('admin.conflict.title')} live>
      <p>{told}</p>
      {known.length > 0 && (
        <>
          <p>{t('admin.conflict.present')}</p>
          <Facts
            facts={known.map((field) => ({
              term: fieldLabel(t, field),
              value: valueText(present[field], field, { t, language, names }),
            }))}
          />
          <p>{t('admin.conflict.now')}</p>
        </>
      )}
    </Notice>
  )
}
