// Shows what the site sends to this browser, and leads to it.

self.addEventListener('push', (event) => {
  const message = event.data?.json()
  if (!message) return
  const { title, body, path, tag } = message
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.path))
})
