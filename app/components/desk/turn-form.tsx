import { Button, type ButtonVariant } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import styles from './sign-off-form.module.css'
import { SeenResponse } from './sign-off-form'

/** A turn in the way of a response that needs no words: taken back, corrected, given up. */
export function TurnForm(props: {
  response: { id: string; version: number }
  action: string
  intent: 'takeBack' | 'correct' | 'abandon'
  label: string
  hint?: string
  variant?: ButtonVariant
}) {
  return (
    <PostForm action={props.action}>
      <SeenResponse response={props.response} />
      {props.hint && <p className={styles.hint}>{props.hint}</p>}
      <Button name="intent" value={props.intent} variant={props.variant ?? 'secondary'}>
        {props.label}
      </Button>
    </PostForm>
  )
}
