import styles from './secret-text.module.css'

/** A key to be typed off the screen, in groups of four. */
export function SecretText(props: { secret: string }) {
  const groups = props.secret.match(/.{1,4}/g) ?? []
  return (
    <p>
      <code className={styles.secret}>{groups.join(' ')}</code>
    </p>
  )
}
