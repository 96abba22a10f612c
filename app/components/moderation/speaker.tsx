import { RoleMark } from '~/components/person/role-mark'
import type { Voice } from '~/domain/person/role'
import styles from './speaker.module.css'

/** Whose words these are: the name, and the mark with the verified title. */
export function Speaker(props: { author: { name: string; voice: Voice; title: string | null } }) {
  const { author } = props
  return (
    <span className={styles.speaker}>
      <span className={styles.name}>{author.name}</span>
      <RoleMark voice={author.voice} word={author.title ?? undefined} />
    </span>
  )
}
