import { index, route, type RouteConfig } from '@remix-run/route-config'

export default [
  index('routes/public/home.tsx'),
  route('preferences', 'routes/public/preferences.ts'),
  route('healthz', 'routes/resources/health.ts'),
] satisfies RouteConfig
