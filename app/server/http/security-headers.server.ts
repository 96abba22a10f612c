/**
 * The headers of every page. Guests get no script at all; signed-in pages only scripts with the page's
 * nonce. No style attributes, nothing from other sites, no framing.
 */
export function securityHeaders(options: {
  scriptNonce: string | null
  https: boolean
  development: boolean
}): Record<string, string> {
  const script = options.scriptNonce ? `'nonce-${options.scriptNonce}' 'strict-dynamic'` : `'none'`
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src ${script}`,
      // Vite writes a page's styles into the page while developing.
      `style-src 'self'${options.development ? " 'unsafe-inline'" : ''}`,
      `img-src 'self'`,
      `font-src 'self'`,
      `connect-src 'self'`,
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
