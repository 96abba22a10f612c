import { index, layout, route, type RouteConfig } from '@remix-run/route-config'

export default [
  layout('routes/frame.tsx', [
    index('routes/public/home.tsx'),
    route('me', 'routes/account/me.tsx'),
    route('receipts/:commentId', 'routes/account/receipt.tsx'),
    route('moderation', 'routes/moderation/queue.tsx'),
    route('preferences', 'routes/public/preferences.ts'),
    route('healthz', 'routes/resources/health.ts'),
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig
