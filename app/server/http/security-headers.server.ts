/**
 * The headers of every page. Guests get no script at all; signed-in pages only scripts with the page's
 * nonce. No style attributes, nothing from other sites, no framing.
 */
export function securityHeaders(options: {
  scriptNonce: string | null
  https: boolean
  development: boolean
}): Record<string, string> {
  const { scriptNonce, development } = options
  // While developing Vite's client loads the page anew when its code changes, and writes styles into it.
  const script = development
    ? `'self'${scriptNonce ? ` 'nonce-${scriptNonce}'` : ''}`
    : scriptNonce
      ? `'nonce-${scriptNonce}' 'strict-dynamic'`
      : `'none'`
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src ${script}`,
      `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
      `img-src 'self'`,
      `font-src 'self'`,
      `connect-src 'self'${development ? ' ws:' : ''}`,
      `manifest-src 'self'`,
      // The one that shows browser messages; only script registers it.
      `worker-src 'self'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'x-frame-options': 'DENY',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
