import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names'

/** One primary action a page; secondary beside it; quiet where many stand in a row; danger for what takes something away. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  variant?: ButtonVariant
  /** As wide as its container on a phone, for the one thing a thumb looks for. */
  wide?: boolean
}

function lookOf({ variant = 'primary', wide = false }: Look): string {
  return classNames(styles.button, styles[variant], wide && styles.wide)
}

/** A button. It submits its form unless `type` says otherwise; its text is a verb. */
export function Button({
  variant,
  wide,
  type = 'submit',
  ...rest
}: Look & Omit<ComponentPropsWithoutRef<'button'>, 'className' | 'style'>) {
  return <button {...rest} type={type} className={lookOf({ variant, wide })} />
}

/** A link that looks as a button: for what leads on, never for what changes something. */
export function ButtonLink({
  variant,
  wide,
  children,
  ...rest
}: Look & { href: string } & Omit<ComponentPropsWithoutRef<'a'>, 'className' | 'style'>) {
  return (
    <a {...rest} className={lookOf({ variant, wide })}>
      {children}
    </a>
  )
}

/** A row of buttons and links under a form or a text. */
export function Actions(props: { children: ReactNode }) {
  return <div className={styles.actions}>{props.children}</div>
}
