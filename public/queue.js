// What the moderation queue gains by script: keys, ticks that stay, the lease of the open item, and news. The page
// works without it; whatever a key does, a link, a box or a button on the page does too.

const STORE = 'lianxin.queue.keys'
const TICKS = 'lianxin.queue.ticks'
const FOCUS = 'lianxin.queue.focus'
const RENEW_EVERY_MS = 30_000
const IDLE_AFTER_MS = 2 * 60_000

// Storage can be forbidden or full: then nothing is kept, and nothing else changes.
const storage = (kind) => {
  try {
    return window[kind]
  } catch {
    return null
  }
}
const kept = storage('localStorage')
const ofThisTab = storage('sessionStorage')

function read(store, key, otherwise) {
  try {
    return JSON.parse(store.getItem(key)) ?? otherwise
  } catch {
    return otherwise
  }
}

function write(store, key, value) {
  try {
    store.setItem(key, JSON.stringify(value))
  } catch {
    // Forbidden or full.
  }
}

const find = (selector) => document.querySelector(selector)
const all = (selector) => Array.from(document.querySelectorAll(selector))
const said = find('#queue-said')
const dialog = find('#queue-keys')

/** Says what happened to those who hear the page. */
function say(name, value) {
  if (!said) return
  said.textContent = (said.dataset[name] ?? '').replace(/\{\w+\}/, String(value ?? ''))
}

const wordsOf = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

let leaving = false

function go(href) {
  if (!href || leaving) return
  leaving = true
  try {
    ofThisTab?.setItem(FOCUS, 'item')
  } catch {
    // The focus then begins at the top of the page.
  }
  location.assign(href)
}

/** The entry before or behind the one that is shown; at the end of the page the next page. */
function move(step) {
  const entries = all('[data-entry]')
  const at = entries.findIndex((entry) => entry.hasAttribute('aria-current'))
  const target = entries[at + step]
  if (target) return go(target.href)
  const pager = find(step > 0 ? 'a[rel="next"]' : 'a[rel="prev"]')
  if (pager) return go(pager.href)
  say(step > 0 ? 'last' : 'first')
}

function submit(deed) {
  const form = find(`form[data-deed="${deed}"]`)
  if (!form) return say('nothing')
  if (leaving) return
  leaving = true
  form.requestSubmit()
}

/** Opens a form that is folded, and leads into it. */
function open(deed, selector) {
  const panel = find(`#decide-${deed}`)
  if (!panel) return say('nothing')
  const around = panel.closest('details:not([open])')
  if (around && around !== panel) around.open = true
  panel.open = true
  const field = panel.querySelector(selector)
  field?.focus()
  say('opened', wordsOf(panel.querySelector('summary')))
  field?.scrollIntoView({ block: 'center' })
}

/** What is marked with the mouse or the keyboard is to be hidden. */
function mask() {
  const marked = String(getSelection() ?? '').trim()
  open('mask', 'textarea')
  const area = find('#decide-mask textarea')
  if (!area || !marked || !find('#item')?.contains(getSelection()?.anchorNode ?? null)) return
  const lines = area.value.split('\n').filter((line) => line.trim() !== '')
  for (const line of marked.split('\n').map((each) => each.trim())) {
    if (line && !lines.includes(line)) lines.push(line)
  }
  area.value = lines.join('\n')
  say('hidden', lines.length)
}

function keepTicks() {
  const ticks = read(ofThisTab, TICKS, [])
  const here = all('input[data-tick]')
  const rest = ticks.filter((value) => !here.some((box) => box.value === value))
  const ticked = here.filter((box) => box.checked).map((box) => box.value)
  write(ofThisTab, TICKS, [...rest, ...ticked])
}

function tick() {
  const current = find('[data-entry][aria-current]')
  const box = current?.parentElement?.querySelector('input[data-tick]')
  if (!box) return say('nothing')
  box.checked = !box.checked
  keepTicks()
  say('ticked', all('input[data-tick]:checked').length)
}

/** The n-th reason, and its words as they stand there: it can be undone. */
function rejectFor(n) {
  const radio = all('#decide-reject input[type="radio"]')[n - 1]
  if (!radio) return
  radio.checked = true
  submit('reject')
}

const ACTIONS = {
  next: () => move(1),
  previous: () => move(-1),
  approve: () => submit('approve'),
  reject: () => open('reject', 'input[type="radio"]'),
  mask,
  return: () => open('return', 'textarea'),
  forward: () => open('forward', 'input[type="radio"]'),
  escalate: () => open('escalate', 'textarea'),
  undo: () => submit('undo'),
  tick,
  filter: () => {
    const panel = find('#filter')
    if (!panel) return
    panel.open = true
    panel.querySelector('select')?.focus()
    say('opened', wordsOf(panel.querySelector('summary')))
  },
  help: () => {
    dialog?.showModal()
    say('opened', wordsOf(find('#queue-keys-title')))
  },
}

const DEFAULTS = Object.fromEntries(
  all('#queue-keys [data-key]').map((field) => [field.dataset.key, field.defaultValue]),
)
let settings = { off: false, keys: {}, ...read(kept, STORE, {}) }
const keyOf = (action) => settings.keys[action] ?? DEFAULTS[action]

/** Where somebody types, keys are letters. */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target.matches('input:not([type="radio"]):not([type="checkbox"])')
}

document.addEventListener('keydown', (event) => {
  if (settings.off || event.defaultPrevented || event.isComposing || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return
  const rejecting = find('#decide-reject')?.open
  if (rejecting && /^[1-9]$/.test(event.key)) {
    event.preventDefault()
    return rejectFor(Number(event.key))
  }
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : ''
  const action = pressed && Object.keys(ACTIONS).find((name) => keyOf(name) === pressed)
  if (!action) return
  event.preventDefault()
  ACTIONS[action]()
})

/** The list of keys, in which each can be changed, and all switched off. */
function prepareDialog() {
  if (!dialog) return
  const opener = find('#queue-keys-open')
  opener?.removeAttribute('hidden')
  opener?.addEventListener('click', () => dialog.showModal())
  const off = dialog.querySelector('[name="off"]')
  const fields = all('#queue-keys [data-key]')
  const show = () => {
    off.checked = settings.off
    for (const field of fields) field.value = keyOf(field.dataset.key)
  }
  show()
  dialog.querySelector('form')?.addEventListener('submit', () => {
    const keys = {}
    for (const field of fields) {
      const key = field.value.trim().toLowerCase()
      // A key that another action has, or a figure (which names a reason), stays as it was.
      const free = key.length === 1 && !/\d/.test(key) && !Object.values(keys).includes(key)
      keys[field.dataset.key] = free ? key : DEFAULTS[field.dataset.key]
    }
    settings = { off: off.checked, keys }
    write(kept, STORE, settings)
    show()
    say('saved')
  })
  dialog.querySelector('[data-reset]')?.addEventListener('click', () => {
    settings = { off: false, keys: {} }
    write(kept, STORE, settings)
    show()
  })
  dialog.addEventListener('close', () => opener?.focus())
}

/** After a step by key the focus stands on the item; a notice that has it keeps it. */
function leadFocus() {
  const wanted = ofThisTab?.getItem(FOCUS)
  ofThisTab?.removeItem(FOCUS)
  if (wanted !== 'item' || document.activeElement !== document.body) return
  find('#item')?.focus()
  say('item', wordsOf(find('#item-title')))
}

function restoreTicks() {
  const ticks = new Set(read(ofThisTab, TICKS, []))
  for (const box of all('input[data-tick]')) {
    box.checked = ticks.has(box.value)
    box.addEventListener('change', keepTicks)
  }
  find('#bulk')?.addEventListener('submit', () => write(ofThisTab, TICKS, []))
}

/** The open item stays the viewer's while they are there. */
function renewLease() {
  const item = find('[data-lease]')
  const csrf = find('input[name="csrf"]')?.value
  if (!item || !csrf) return
  let activeAt = Date.now()
  for (const kind of ['input', 'keydown', 'pointerdown', 'scroll']) {
    document.addEventListener(kind, () => (activeAt = Date.now()), { passive: true })
  }
  const timer = setInterval(async () => {
    if (document.visibilityState !== 'visible' || Date.now() - activeAt > IDLE_AFTER_MS) return
    const body = new URLSearchParams({ csrf, renew: item.dataset.lease })
    const answer = await fetch(item.dataset.leaseAction, { method: 'POST', body }).catch(() => null)
    if (answer?.status !== 409) return
    clearInterval(timer)
    say('taken')
  }, RENEW_EVERY_MS)
}

/** What came in since the page was made waits behind a link: nothing moves by itself. */
function listenForNews() {
  const news = find('#queue-news')
  if (!news || !('EventSource' in window)) return
  let source = null
  const close = () => {
    source?.close()
    source = null
  }
  const hear = (event) => {
    const n = Number(event.data)
    if (!(n > 0)) return
    const words = news.dataset[n > 99 ? 'most' : 'words'].replace('{n}', String(Math.min(n, 99)))
    const link = news.querySelector('a')
    if (link.textContent !== words) link.textContent = words
    news.hidden = false
  }
  // It never comes back by itself, as that would keep the session of somebody who left open.
  const open = () => {
    if (source) return
    source = new EventSource(news.dataset.events)
    source.addEventListener('news', hear)
    source.addEventListener('end', close)
    source.addEventListener('error', close)
  }
  open()
  for (const kind of ['keydown', 'pointerdown']) {
    document.addEventListener(kind, open, { passive: true })
  }
  window.addEventListener('pagehide', close)
}

prepareDialog()
restoreTicks()
leadFocus()
renewLease()
listenForNews()
// A page that comes back from the browser's memory can be used again.
window.addEventListener('pageshow', () => (leaving = false))
