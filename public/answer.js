// What writing an answer gains by script: it is saved at every pause, and texts are put in by a button. The page works
// without it: what is typed is saved by the buttons of the form.

const SAVE_AFTER_MS = 2_500
const AGAIN_AFTER_MS = 15_000
// The same place in which drafts of comments are kept: enhance.js clears it when a person signs out.
const KEPT = 'lianxin.draft.answer.'

const kept = (() => {
  try {
    return window.localStorage
  } catch {
    return null
  }
})()

function readKept(key) {
  try {
    return JSON.parse(kept.getItem(key))
  } catch {
    return null
  }
}

function saveAtPauses(form) {
  const area = form.querySelector('textarea[name="text"]')
  const version = form.querySelector('input[name="version"]')
  const note = form.querySelector('[data-pause-note]')
  if (!area || !version || !note) return
  const said = note.querySelector('[data-pause-said]')
  const alarm = note.querySelector('[data-pause-alarm]')
  const words = said.dataset
  const key = KEPT + form.dataset.pauseKey
  note.hidden = false

  const fields = () =>
    Array.from(form.querySelectorAll('textarea, input[type="radio"], input[type="checkbox"]'))
  const values = () =>
    fields().map((field) => (field.tagName === 'TEXTAREA' ? field.value : field.checked))
  const keep = () => {
    try {
      const draft = { at: Date.now(), base: version.value, values: { text: area.value } }
      kept.setItem(key, JSON.stringify(draft))
    } catch {
      // Forbidden or full: it stays in the form all the same.
    }
  }
  const forget = () => kept?.removeItem(key)

  let timer
  let saving = null
  let stopped = false
  let leaving = false
  let savedAs = JSON.stringify(values())
  const isNew = () => area.value.trim() !== '' && JSON.stringify(values()) !== savedAs

  function body() {
    const data = new URLSearchParams(new FormData(form))
    data.set('of', form.dataset.pauseOf)
    return data
  }

  async function send() {
    const state = JSON.stringify(values())
    said.textContent = words.saving
    let answer
    try {
      answer = await fetch(form.dataset.pauseUrl, { method: 'POST', body: body() })
    } catch {
      said.textContent = words.away
      return plan(AGAIN_AFTER_MS)
    }
    const told = await answer.json().catch(() => null)
    if (answer.ok && told) {
      version.value = told.version
      savedAs = state
      said.textContent = told.said
      if (told.check) showCheck(told.check)
      if (isNew()) keep()
      else forget()
      return
    }
    if (!told) {
      // The session has ended, or the site is away: what was typed stays here.
      said.textContent = words.away
      return plan(AGAIN_AFTER_MS)
    }
    if (answer.status === 409) {
      stopped = true
      const link = document.createElement('a')
      link.href = location.href
      link.textContent = words.reload
      alarm.replaceChildren(told.said, ' ', link)
      said.textContent = ''
      return
    }
    said.textContent = told.said
  }

  function save() {
    clearTimeout(timer)
    if (stopped || leaving || saving || !isNew()) return
    saving = send().finally(() => {
      saving = null
      if (isNew()) plan(SAVE_AFTER_MS)
    })
  }

  function plan(ms) {
    clearTimeout(timer)
    timer = setTimeout(save, ms)
  }

  restore()
  form.addEventListener('input', () => {
    keep()
    plan(SAVE_AFTER_MS)
  })
  window.addEventListener('pagehide', () => {
    if (leaving || stopped || saving || !isNew()) return
    keep()
    navigator.sendBeacon(form.dataset.pauseUrl, body())
  })
  // A button waits for what is being saved: it would name an older version.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (saving) {
      event.preventDefault()
      const { submitter } = event
      void saving.finally(() => form.requestSubmit(submitter))
      return
    }
    leaving = true
    keep()
  })

  /** What this device kept of the same version, and the site has not got. */
  function restore() {
    const draft = readKept(key)
    if (!draft || form.dataset.pauseReturned || draft.base !== version.value) return
    if (draft.values.text === area.value) return forget()
    const before = area.value
    put(area, draft.values.text)
    said.textContent = `${words.restored} `
    const discard = document.createElement('button')
    discard.type = 'button'
    discard.textContent = words.discard
    discard.addEventListener('click', () => {
      forget()
      put(area, before)
      said.textContent = ''
      area.focus()
    })
    said.append(discard)
    plan(SAVE_AFTER_MS)
  }
}

function put(area, text) {
  area.value = text
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

function showCheck(lines) {
  const list = document.querySelector('[data-check]')
  if (!list) return
  const { checkGood, checkHint } = list.dataset
  list.replaceChildren(
    ...lines.map(({ good, words }) => {
      const line = document.createElement('li')
      line.dataset.good = good ? 'yes' : 'no'
      const mark = document.createElement('span')
      mark.textContent = good ? checkGood : checkHint
      const text = document.createElement('span')
      text.textContent = words
      line.append(mark, text)
      return line
    }),
  )
}

function insertByButton(button) {
  const { insert, insertInto, insertDone } = button.dataset
  const area = document.getElementById(insertInto)
  if (!area) return
  button.hidden = false
  // Before anybody wrote, the place is the end of the text.
  let touched = false
  area.addEventListener('focus', () => (touched = true))
  button.addEventListener('click', () => {
    const at = touched ? area.selectionEnd : area.value.length
    const before = area.value.slice(0, at).trimEnd()
    const after = area.value.slice(at).trimStart()
    const head = before === '' ? insert : `${before}\n\n${insert}`
    put(area, after === '' ? head : `${head}\n\n${after}`)
    area.setSelectionRange(head.length, head.length)
    button.nextElementSibling.textContent = insertDone
  })
}

for (const form of document.querySelectorAll('form[data-pause-url]')) saveAtPauses(form)
for (const button of document.querySelectorAll('button[data-insert]')) insertByButton(button)
