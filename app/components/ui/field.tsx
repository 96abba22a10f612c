import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useTranslate } from '~/i18n/use-translate'
import { classNames } from './class-names'
import styles from './field.module.css'
import { Sign } from './sign'

/** What every field has. */
interface FieldProps {
  name: string
  /** The `id` of the control: its name, unless two forms on a page share names. Errors link to it. */
  id?: string
  label: ReactNode
  /** What to write, said beside the field before anything can go wrong. */
  hint?: ReactNode
  /** What is wrong and what to do. With several, all are shown. */
  error?: string | readonly string[] | null
  /** Marks the label with 选填: fields are required unless they say otherwise. */
  optional?: boolean
}

type Own<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  keyof FieldProps | 'className' | 'style' | 'aria-describedby' | 'aria-invalid' | 'children'
>

function errorsOf(error: FieldProps['error']): readonly string[] {
  if (!error) return []
  return typeof error === 'string' ? [error] : error
}

/** The ids of a field's parts and the attributes that tie the control to them. */
function wiring(props: FieldProps, ...more: (string | false)[]) {
  const id = props.id ?? props.name
  const errors = errorsOf(props.error)
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [props.hint ? hintId : false, ...more, errors.length > 0 ? errorId : false]
  return {
    id,
    errors,
    hintId,
    errorId,
    aria: {
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': errors.length > 0 ? (true as const) : undefined,
    },
  }
}

function Optional(props: { optional?: boolean }) {
  const { t } = useTranslate()
  return props.optional ? <span className={styles.optional}>{t('ui.optional')}</span> : null
}

function Hint(props: { id: string; children: ReactNode }) {
  return props.children ? (
    <div id={props.id} className={styles.hint}>
      {props.children}
    </div>
  ) : null
}

/** The errors of a field or a group, beside it: a sign, a word for those who hear the page, and what to do. */
function FieldErrors(props: { id: string; errors: readonly string[] }) {
  const { t } = useTranslate()
  if (props.errors.length === 0) return null
  return (
    <div id={props.id} className={styles.errors}>
      {props.errors.map((error) => (
        <p key={error} className={styles.error}>
          <Sign kind="error" />
          <span>
            <span className="visually-hidden">{t('ui.error.prefix')}</span>
            {error}
          </span>
        </p>
      ))}
    </div>
  )
}

/** The frame of a field with one control: label, hint, errors, control, in the order in which they are read. */
function Frame(props: {
  field: FieldProps
  ids: ReturnType<typeof wiring>
  children: ReactNode
  after?: ReactNode
}) {
  const { field, ids } = props
  return (
    <div className={styles.field}>
      <label htmlFor={ids.id} className={styles.label}>
        {field.label}
        <Optional optional={field.optional} />
      </label>
      <Hint id={ids.hintId}>{field.hint}</Hint>
      <FieldErrors id={ids.errorId} errors={ids.errors} />
      {props.children}
      {props.after}
    </div>
  )
}

/** The width of what is expected, so that the field itself says how much. */
export type FieldWidth = 'code' | 'short' | 'full'

/** One `input` with the parts of a field around it. */
function InputField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  look,
  ...rest
}: FieldProps & { look?: string } & Own<'input'>) {
  const field = { name, id, label, hint, error, optional }
  const ids = wiring(field)
  return (
    <Frame field={field} ids={ids}>
      <input
        {...rest}
        {...ids.aria}
        id={ids.id}
        name={name}
        className={classNames(styles.control, look)}
      />
    </Frame>
  )
}

/** A line of text. `defaultValue` is what was typed before: an error never empties a field. */
export function TextField({
  width = 'full',
  type = 'text',
  ...rest
}: FieldProps & { width?: FieldWidth } & Own<'input'>) {
  return <InputField {...rest} type={type} look={styles[width]} />
}

/** One file to choose. Browsers show its name; no page can fill it. */
export function FileField(props: FieldProps & Own<'input'>) {
  return <InputField {...props} type="file" look={styles.file} />
}

/**
 * Several lines of text. With `maxCharacters` the limit is said under the field, and the enhancement script
 * keeps a live count there: it finds the control by `data-count` (the limit, in code points) and fills the
 * templates of the element with `data-count-of`. There is no `maxlength`: it would cut a pasted text silently.
 */
export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  optional,
  maxCharacters,
  rows = 6,
  ...rest
}: FieldProps & { maxCharacters?: number } & Own<'textarea'>) {
  const { t } = useTranslate()
  const field = { name, id, label, hint, error, optional }
  const countId = `${id ?? name}-count`
  const ids = wiring(field, maxCharacters !== undefined && countId)
  return (
    <Frame
      field={field}
      ids={ids}
      after={
        maxCharacters !== undefined && (
          <p
            id={countId}
            className={styles.count}
            data-count-of={ids.id}
            data-count-left={t('ui.count.left')}
            data-count-over={t('ui.count.over')}
          >
            {t('ui.count.limit', { max: maxCharacters })}
          </p>
        )
      }
    >
      <textarea
        {...rest}
        {...ids.aria}
        id={ids.id}
        name={name}
        rows={rows}
        data-count={maxCharacters}
        className={classNames(styles.control, styles.area)}
      />
    </Frame>
  )
}

export interface Option {
  value: string
  label: string
  hint?: ReactNode
  disabled?: boolean
}

/** One of many. With `placeholder` the list begins with an empty choice that says so. */
export function SelectField({
  name,
  id,
  label,
  hint,
  error,
  optional,
  options,
  placeholder,
  ...rest
}: FieldProps & { options: readonly Option[]; placeholder?: boolean } & Own<'select'>) {
  const { t } = useTranslate()
  const field = { name, id, label, hint, error, optional }
  const ids = wiring(field)
  return (
    <Frame field={field} ids={ids}>
      <select
        {...rest}
        {...ids.aria}
        id={ids.id}
        name={name}
        className={classNames(styles.control, styles.select)}
      >
        {placeholder && <option value="">{t('ui.select.none')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  value: string
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  disabled?: boolean
  required?: boolean
  describedBy?: string
  invalid?: boolean
}

function Choice(props: ChoiceProps) {
  const hintId = `${props.id}-hint`
  const described = [props.describedBy, props.hint ? hintId : undefined].filter(Boolean).join(' ')
  return (
    <div className={styles.choice}>
      <input
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.value}
        defaultChecked={props.checked}
        disabled={props.disabled}
        required={props.required}
        aria-describedby={described || undefined}
        aria-invalid={props.invalid || undefined}
        className={styles.mark}
      />
      <label htmlFor={props.id} className={styles.choiceLabel}>
        {props.label}
      </label>
      {props.hint && (
        <div id={hintId} className={styles.choiceHint}>
          {props.hint}
        </div>
      )}
    </div>
  )
}

interface GroupProps extends FieldProps {
  options: readonly Option[]
  /** Side by side where there is room, for a few short options. */
  inline?: boolean
}

/** A set of choices under one legend; hint and errors describe the set, the error's link goes to the first. */
function ChoiceGroup(
  props: GroupProps & {
    type: 'radio' | 'checkbox'
    isChecked: (value: string) => boolean
    required?: boolean
  },
) {
  const ids = wiring(props)
  return (
    <fieldset
      className={styles.field}
      {...(props.type === 'radio' && { role: 'radiogroup', ...ids.aria })}
      aria-describedby={ids.aria['aria-describedby']}
    >
      <legend className={styles.label}>
        {props.label}
        <Optional optional={props.optional} />
      </legend>
      <Hint id={ids.hintId}>{props.hint}</Hint>
      <FieldErrors id={ids.errorId} errors={ids.errors} />
      <div className={classNames(styles.choices, props.inline && styles.inline)}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            type={props.type}
            id={index === 0 ? ids.id : `${ids.id}-${option.value}`}
            name={props.name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            checked={props.isChecked(option.value)}
            disabled={option.disabled}
            required={props.required}
            invalid={props.type === 'checkbox' && ids.errors.length > 0}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** One of a few, all of them in sight. */
export function RadioGroup({
  defaultValue,
  ...props
}: GroupProps & { defaultValue?: string | null; required?: boolean }) {
  return <ChoiceGroup {...props} type="radio" isChecked={(value) => value === defaultValue} />
}

/** Any of a few. The form sends the name once for each that is ticked. */
export function CheckboxGroup({
  defaultValues = [],
  ...props
}: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <ChoiceGroup {...props} type="checkbox" isChecked={(value) => defaultValues.includes(value)} />
  )
}

/** One box to tick, such as consent. It sends `on`, or `value`. */
export function Checkbox({
  defaultChecked = false,
  value = 'on',
  required,
  disabled,
  ...field
}: FieldProps & {
  defaultChecked?: boolean
  value?: string
  required?: boolean
  disabled?: boolean
}) {
  const ids = wiring({ ...field, hint: undefined })
  return (
    <div className={styles.field}>
      <FieldErrors id={ids.errorId} errors={ids.errors} />
      <Choice
        type="checkbox"
        id={ids.id}
        name={field.name}
        value={value}
        label={
          <>
            {field.label}
            <Optional optional={field.optional} />
          </>
        }
        hint={field.hint}
        checked={defaultChecked}
        required={required}
        disabled={disabled}
        describedBy={ids.errors.length > 0 ? ids.errorId : undefined}
        invalid={ids.errors.length > 0}
      />
    </div>
  )
}

/** Fields one under the other, with room between the questions. */
export function Fields(props: { children: ReactNode }) {
  return <div className={styles.fields}>{props.children}</div>
}
