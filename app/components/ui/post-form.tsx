import { useRouteLoaderData } from '@remix-run/react'
import type { ComponentPropsWithoutRef } from 'react'

/** A form that changes something: a plain POST with the session's token. Works without script. */
export function PostForm({
  children,
  ...rest
}: Omit<ComponentPropsWithoutRef<'form'>, 'method' | 'className' | 'style'>) {
  const root = useRouteLoaderData('root') as { csrf: string | null } | undefined
  return (
    <form {...rest} method="post" noValidate>
      {root?.csrf && <input type="hidden" name="csrf" value={root.csrf} />}
      {children}
    </form>
  )
}
