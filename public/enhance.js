// What pages of signed-in people gain by script. Every page works without it.

const DRAFT = 'lianxin.draft.'
const SENT = 'lianxin.sent'
const DRAFT_AGE_MS = 30 * 24 * 60 * 60 * 1000
const SAVE_AFTER_MS = 400
const SEEN_EVERY_MS = 2 * 60 * 1000
const WARN_BEFORE_MS = 2 * 60 * 1000

// Storage can be forbidden or full: then there are no drafts, and nothing else changes.
const storage = (kind) => {
  try {
    return window[kind]
  } catch {
    return null
  }
}
const kept = storage('localStorage')
const ofThisTab = storage('sessionStorage')

function readDraft(key) {
  try {
    return JSON.parse(kept.getItem(DRAFT + key))
  } catch {
    return null
  }
}

function draftKeys() {
  return kept
    ? Object.keys(kept)
        .filter((name) => name.startsWith(DRAFT))
        .map((name) => name.slice(DRAFT.length))
    : []
}

/** The live count under a text, in characters as people count them. */
function countCharacters(area) {
  const words = document.querySelector(`[data-count-of="${CSS.escape(area.id)}"]`)
  if (!words) return
  const limit = Number(area.dataset.count)
  const update = () => {
    const left = limit - Array.from(area.value.trim()).length
    const template = left < 0 ? words.dataset.countOver : words.dataset.countLeft
    words.textContent = template.replace('{n}', String(Math.abs(left)))
    words.toggleAttribute('data-over', left < 0)
  }
  area.addEventListener('input', update)
  update()
}

/** What is typed into a form stays in this browser until it was received, over a lost session, too. */
function keepDraft(form) {
  const { draft: key, draftBase: base = '', draftRestored, draftDiscard } = form.dataset
  const area = form.querySelector('textarea')
  if (!kept || !key || !area) return
  const fields = () =>
    Array.from(form.elements).filter(
      // Files cannot be kept: no page may fill such a field.
      ({ name, type }) => name && type !== 'hidden' && type !== 'submit' && type !== 'file',
    )
  const save = () => {
    const values = {}
    for (const field of fields()) {
      if (field.type === 'radio' ? field.checked : true) values[field.name] = field.value
    }
    try {
      if (area.value.trim() === '') kept.removeItem(DRAFT + key)
      else kept.setItem(DRAFT + key, JSON.stringify({ at: Date.now(), base, values }))
    } catch {
      // Full: the text stays in the form all the same.
    }
  }
  const restore = (values) => {
    for (const field of fields()) {
      const value = values[field.name]
      if (value === undefined) continue
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
    }
    area.dispatchEvent(new Event('input'))
  }

  const draft = readDraft(key)
  const untouched = area.value === area.defaultValue
  const comesBack = form.hasAttribute('data-draft-returned')
  const differs = draft && draft.values.text !== area.value
  if (draft && draft.base === base && untouched && !comesBack && differs) {
    const before = area.defaultValue
    restore(draft.values)
    const note = document.createElement('p')
    note.setAttribute('role', 'status')
    note.className = 'draft-note'
    const discard = document.createElement('button')
    discard.type = 'button'
    discard.textContent = draftDiscard
    discard.addEventListener('click', () => {
      kept.removeItem(DRAFT + key)
      form.reset()
      area.value = before
      area.dispatchEvent(new Event('input'))
      note.remove()
      area.focus()
    })
    note.append(draftRestored, ' ', discard)
    area.after(note)
  }

  let timer
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  })
  window.addEventListener('pagehide', save)
  form.addEventListener('submit', () => {
    save()
    ofThisTab?.setItem(SENT, key)
  })
}

/** The receipt says that a text has arrived: the draft that was sent from this tab has done its work. */
function dropReceivedDraft() {
  const received = document.querySelector('[data-received]')
  const key = ofThisTab?.getItem(SENT)
  if (!received || !key || !key.includes(received.dataset.received)) return
  kept?.removeItem(DRAFT + key)
  ofThisTab.removeItem(SENT)
}

/** Old drafts go; all of a person's go when they sign out on purpose, as the next one may sit at the same desk. */
function tidyDrafts() {
  for (const key of draftKeys()) {
    const draft = readDraft(key)
    if (!draft || Date.now() - draft.at > DRAFT_AGE_MS) kept.removeItem(DRAFT + key)
  }
  for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
    form.addEventListener('submit', () =>
      draftKeys().forEach((key) => kept.removeItem(DRAFT + key)),
    )
  }
}

/**
 * Staff are signed out when idle. Typing counts: it is told to the server while it goes on. Before the end there is a
 * warning, with a way to stay.
 */
function watchIdleness({ idleMinutes, idleText, idleStay }) {
  const limitMs = Number(idleMinutes) * 60_000
  if (!(limitMs > WARN_BEFORE_MS)) return
  let toldAt = Date.now()
  let activeAt = toldAt
  let warning = null

  const tell = async () => {
    toldAt = activeAt = Date.now()
    // Any answer will do: the request itself is what counts.
    await fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).catch(() => {})
  }
  const warn = () => {
    if (warning) return
    warning = document.createElement('dialog')
    warning.className = 'idle-warning'
    const words = document.createElement('p')
    words.textContent = idleText
    const stay = document.createElement('button')
    stay.type = 'button'
    stay.textContent = idleStay
    stay.addEventListener('click', () => warning.close())
    warning.addEventListener('close', () => {
      warning.remove()
      warning = null
      void tell()
    })
    warning.append(words, stay)
    document.body.append(warning)
    warning.showModal()
  }
  for (const kind of ['input', 'keydown', 'pointerdown']) {
    document.addEventListener(kind, () => (activeAt = Date.now()), { passive: true })
  }
  setInterval(() => {
    const now = Date.now()
    if (activeAt > toldAt && now - toldAt > SEEN_EVERY_MS) void tell()
    else if (now - toldAt > limitMs - WARN_BEFORE_MS) warn()
  }, 10_000)
}

for (const area of document.querySelectorAll('textarea[data-count]')) countCharacters(area)
dropReceivedDraft()
tidyDrafts()
for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form)
if (document.body.dataset.idleMinutes) watchIdleness(document.body.dataset)
