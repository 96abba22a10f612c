import { useRouteLoaderData } from '@remix-run/react'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { isId } from '~/domain/shared/id'
import { useTranslate } from '~/i18n/use-translate'
import type { CarriedForm } from '~/server/http/error-response.server'
import styles from './carried-form.module.css'

/** A form takes 256 KB. In the body each byte of a Chinese character is three; room is left for the rest. */
const MAX_ENCODED_CHARACTERS = 200_000

/** The carried form as one field; undefined when it is too long to be sent along. */
function carriedValue(carried: CarriedForm): string | undefined {
  const json = JSON.stringify(carried)
  return encodeURIComponent(json).length <= MAX_ENCODED_CHARACTERS ? json : undefined
}

/** Takes a form along in a form: through sign-in, second factor and set-up. */
export function CarriedField(props: { carried: CarriedForm | undefined }) {
  const value = props.carried && carriedValue(props.carried)
  return value ? <input type="hidden" name="carried" value={value} /> : null
}

/** What a person wrote among a form's fields: texts, not the ids and choices beside them. */
function textsOf(carried: CarriedForm): string[] {
  return carried.fields
    .map(([, value]) => value.trim())
    .filter((value) => (/\p{Script=Han}|\s/u.test(value) || value.length > 24) && !isId(value))
}

/** The texts of a carried form, to read, and to copy where they are too long to be carried. */
export function KeptText(props: { carried: CarriedForm }) {
  const { t } = useTranslate()
  const texts = textsOf(props.carried)
  if (texts.length === 0) return null
  return (
    <section className={styles.kept} aria-labelledby="kept-title">
      <h2 id="kept-title" className={styles.title}>
        {t('account.carried.kept')}
      </h2>
      {texts.map((text, index) => (
        <p key={index} className={styles.text}>
          {text}
        </p>
      ))}
      {!carriedValue(props.carried) && (
        <Notice kind="warning">
          <p>{t('account.carried.tooLong')}</p>
        </Notice>
      )}
    </section>
  )
}

/** Sends a carried form where it was going, with the token of the present session. */
export function ResubmitForm(props: { carried: CarriedForm }) {
  const { t } = useTranslate()
  const root = useRouteLoaderData('root') as { account: { name: string } | null } | undefined
  const name = root?.account?.name
  return (
    <PostForm action={props.carried.path}>
      {/* On a shared computer it may be somebody else who is signed in by now. */}
      {name && <p className={styles.as}>{t('account.carried.as', { name })}</p>}
      {props.carried.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button wide>{t('account.carried.resume.action')}</Button>
    </PostForm>
  )
}
