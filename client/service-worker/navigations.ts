import { createHandlerBoundToURL } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Pages the server renders, files and the interface are never answered with the app. */
const NOT_THE_APP = [/^\/[tcv]\//, /^\/assets\//, /^\/api\//, /\.[a-z0-9]+$/i]

/** Any address of the app opens the app. */
export function answerNavigations(): void {
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NOT_THE_APP }))
}
