import type { ReactNode } from 'react'
import { classNames } from '~/components/ui/class-names'
import styles from './attached-files.module.css'
import type { FileLine } from './file-lines'

type ImageLine = Extract<FileLine, { kind: 'image' }>

/**
 * Photographs and documents below a text. A veiled image is blurred until it is asked for, by mouse or by keyboard,
 * without script.
 */
export function AttachedFiles(props: {
  files: readonly FileLine[]
  /** What can be done about a file, below it. */
  below?: (file: FileLine) => ReactNode
}) {
  const { files, below } = props
  if (files.length === 0) return null
  return (
    <ul role="list" className={styles.files} data-files>
      {files.map((file) => (
        <li key={file.id} className={classNames(file.kind === 'image' && styles.image)}>
          <File file={file} />
          {below?.(file)}
        </li>
      ))}
    </ul>
  )
}

function File({ file }: { file: FileLine }) {
  if (file.kind === 'image') return file.veil ? <Veiled file={file} /> : <Shown file={file} />
  return (
    <p className={styles.document}>
      {file.kind === 'document' ? (
        <a href={file.href} download>
          {file.label}
        </a>
      ) : (
        <span>{file.label}</span>
      )}
      <span className={styles.facts}>{file.facts}</span>
    </p>
  )
}

function Shown({ file }: { file: ImageLine }) {
  return (
    <figure>
      <a href={file.href}>
        <img
          src={file.thumbnail}
          width={file.width}
          height={file.height}
          alt={file.alt}
          loading="lazy"
          decoding="async"
        />
      </a>
      {/* The same words as the image's own: said once to those who hear the page. */}
      {file.caption && (
        <figcaption className={styles.facts} aria-hidden="true">
          {file.caption}
        </figcaption>
      )}
    </figure>
  )
}

/** Closed, the button is the blurred image with words over it; open, the image stands below the button. */
function Veiled({ file }: { file: ImageLine }) {
  const { veil } = file
  return (
    <details className={styles.veiled}>
      <summary>
        <img
          src={file.thumbnail}
          width={file.width}
          height={file.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
        <span className={styles.ask}>{veil?.label}</span>
        <span className={styles.hide}>{veil?.hide}</span>
      </summary>
      <Shown file={file} />
    </details>
  )
}
