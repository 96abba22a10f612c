import styles from './link-choices.module.css'

/** What a list can be narrowed to, as plain links in a row; their label is in sight where it is `named`. */
export function LinkChoices(props: {
  label: string
  named?: boolean
  options: ReadonlyArray<{ href: string; label: string; current: boolean }>
}) {
  const { label, named = false } = props
  return (
    <nav
      aria-label={label}
      className={named ? `${styles.choices} ${styles.named}` : styles.choices}
    >
      {named && <span aria-hidden="true">{label}</span>}
      {props.options.map((option) => (
        <a key={option.href} href={option.href} aria-current={option.current ? 'true' : undefined}>
          {option.label}
        </a>
      ))}
    </nav>
  )
}
