import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReviewItem } from '~/queries/get-review-item.server'

/** The photographs and documents under review. A moderator says of each image whether readers see it veiled. */
export function ReviewedFiles({ item }: { item: ReviewItem }) {
  const { t } = useTranslate()
  const { files } = item.revision
  if (files.length === 0) return null
  const marked = new Set(files.filter(({ distressing }) => distressing).map(({ id }) => id))
  return (
    <section aria-labelledby="files-title">
      <h3 id="files-title">{t('moderation.files.title', { n: files.length })}</h3>
      <AttachedFiles
        files={fileLines(files, t)}
        below={(file) =>
          file.kind === 'image' && (
            <PostForm action={paths.moderationVeil()}>
              <input type="hidden" name="attachmentId" value={file.id} />
              <input type="hidden" name="distressing" value={marked.has(file.id) ? '0' : '1'} />
              <input type="hidden" name="item" value={item.id} />
              <input type="hidden" name="view" value={item.task?.kind ?? ''} />
              <Button variant="quiet">
                {t(marked.has(file.id) ? 'moderation.files.unveil' : 'moderation.files.veil')}
              </Button>
            </PostForm>
          )
        }
      />
    </section>
  )
}
