import { data, redirect } from '@remix-run/node'
import { signInStep, type SignInStep } from '~/domain/account/sign-in-step'
import { AppError } from '~/domain/errors'
import { paths } from '~/paths'
import type { CarriedForm } from './error-response.server'
import type { RequestContext } from './load-context.server'

/** The next step of the person who is signed in. Throws signInRequired for guests. */
export function presentStep(context: RequestContext): SignInStep {
  const { viewer, container } = context
  if (!viewer) throw new AppError('signInRequired')
  return signInStep(viewer, { secondFactorRequired: !container.env.DEMO })
}

/** Where a step of signing in leads, as an address. */
export function stepPath(step: SignInStep, next: string): string {
  if (step === 'secondFactor') return paths.secondFactor(next)
  return step === 'setUp' ? paths.secondFactorSetup(next) : next
}

/** Where whoever is suspended may still go: their own pages, the notice with its appeal among them. */
const OWN_PAGES = /^\/me(?:[/?#]|$)/

/**
 * After a session was opened: to the next step, or to where the person was going. Whoever is suspended can do nothing
 * there: they are shown why, until when, and how to appeal.
 */
export function redirectOn(
  context: RequestContext,
  input: { cookie: string; next: string },
): Response {
  const { viewer } = context
  const sanction = viewer?.suspended ? viewer.sanction : null
  const next = sanction && !OWN_PAGES.test(input.next) ? paths.ownSanction(sanction.id) : input.next
  return redirect(stepPath(presentStep(context), next), {
    status: 303,
    headers: { 'set-cookie': input.cookie },
  })
}

/**
 * The same with a form that may be on its way: with one the page is answered here, because a redirect
 * would lose it.
 */
export function goOn(
  context: RequestContext,
  input: { cookie: string; next: string; carried: CarriedForm | undefined },
) {
  const { cookie, carried } = input
  if (!carried) throw redirectOn(context, input)
  const step = presentStep(context)
  return data({ step, carried, form: undefined }, { headers: { 'set-cookie': cookie } })
}
