// Lets a browser show notices. Without script, or in a browser that cannot, there is no button for it.

const form = document.querySelector('form[data-push-key]')
const supported =
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

function bytesOf(key) {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

async function subscribe() {
  const registration = await navigator.serviceWorker.register('/push-worker.js')
  await navigator.serviceWorker.ready
  return registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(form.dataset.pushKey),
  })
}

if (form && supported) {
  const problem = document.querySelector('[data-push-problem]')
  form.hidden = false
  document.querySelector('[data-push-unsupported]')?.remove()
  form.addEventListener('submit', async (event) => {
    if (form.elements.endpoint.value) return
    event.preventDefault()
    try {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused')
      const { endpoint, keys } = (await subscribe()).toJSON()
      form.elements.endpoint.value = endpoint
      form.elements.p256dh.value = keys.p256dh
      form.elements.auth.value = keys.auth
      form.submit()
    } catch {
      problem.hidden = false
    }
  })
}
