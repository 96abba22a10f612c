import { ruleWords } from '~/components/moderation/rule-words'
import { officeOf } from '~/domain/person/office'
import { DUTIES, ROLES } from '~/domain/person/role'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'
import { zhHans, type MessageKey } from '~/i18n/zh-hans'

/** What a reader needs to put recorded values into words. */
export interface AuditWording {
  t: Translate
  language: Language
  /** The present names of what is referred to by id. */
  names: Readonly<Record<string, string>>
}

/** The present name of what has an id or a code; codes are chosen freely, `constructor` too. */
export function nameOf(names: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined
}

function isKnown(key: string): key is MessageKey {
  return Object.hasOwn(zhHans, key)
}

function labelOf(t: Translate, group: string, name: string): string {
  const key = `audit.${group}.${name}`
  return isKnown(key) ? t(key) : name
}

/** What an act is called; as it was recorded where it has no words. */
export function actionLabel(t: Translate, action: string): string {
  return labelOf(t, 'action', action)
}

/** What kind of thing was acted on. */
export function objectLabel(t: Translate, objectType: string): string {
  return labelOf(t, 'object', objectType)
}

/** What a field of a detail is called. */
export function fieldLabel(t: Translate, field: string): string {
  return labelOf(t, 'field', field)
}

/** Fields whose values are words of the program, by the catalogue that has them. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  role: 'role',
  stage: 'stage',
  stance: 'stance',
  kind: 'kind',
  verdict: 'verdict',
  mode: 'topicMode',
  reportReason: 'report.reason',
  reports: 'report.result',
  declaredResult: 'audit.value',
  step: 'sanction.step',
}

/** Fields that name screening rules, or the reasons of reports. */
const RULE_FIELDS = new Set(['rule', 'screeningRules'])

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const HASH = /^[0-9a-f]{64}$/
const SHOWN_OF_HASH = 12

/**
 * A role with its duty as the one office that people know; the duty is not told again. Everything else stays.
 */
export function withOffices(detail: unknown): unknown {
  if (Array.isArray(detail)) return detail.map(withOffices)
  if (typeof detail !== 'object' || detail === null) return detail
  const members = Object.entries(detail).map(([name, value]) => [name, withOffices(value)] as const)
  const told: Record<string, unknown> = Object.fromEntries(members)
  const role = ROLES.find((known) => known === told['role'])
  const duty = DUTIES.find((known) => known === told['duty']) ?? null
  if (!role || !('duty' in told)) return told
  delete told['duty']
  return { ...told, role: officeOf({ role, duty }) ?? role }
}

/** A recorded value in words: names for ids, dates as they are read here, the program's own words translated. */
export function valueText(value: unknown, field: string, wording: AuditWording): string {
  const { t } = wording
  if (value === null || value === undefined || value === '') return t('audit.empty')
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  if (typeof value === 'string') return textOf(value, field, wording)
  if (Array.isArray(value)) {
    if (value.length === 0) return t('audit.empty')
    return value.map((member) => valueText(member, field, wording)).join(t('ui.listSeparator'))
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, member]) =>
        t('audit.pair', {
          field: fieldLabel(t, name),
          value: valueText(member, name, wording),
        }),
      )
      .join(t('ui.listSeparator'))
  }
  return String(value)
}

function textOf(text: string, field: string, { t, language, names }: AuditWording): string {
  const name = nameOf(names, text)
  if (name !== undefined) return name
  if (INSTANT.test(text)) return formatDateTime(new Date(text), language)
  if (HASH.test(text)) return `${text.slice(0, SHOWN_OF_HASH)}…`
  const office = `admin.office.${text}`
  if (field === 'role' && isKnown(office)) return t(office)
  if (RULE_FIELDS.has(field)) return ruleWords(text, t)
  const ofField = `${VOCABULARIES[field] ?? 'audit.value'}.${text}`
  return isKnown(ofField) ? t(ofField) : text
}
