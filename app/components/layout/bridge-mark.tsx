/** The site's mark: one arch of the bridge over its reflection. */
export function BridgeMark(props: { className?: string }) {
  return (
    <svg
      className={props.className}
      viewBox="0 0 40 28"
      width="40"
      height="28"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 19C9 17.5 11.5 4 20 4s11 13.5 20 15v2H29a9 9 0 0 0-18 0H0Z" />
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        d="M13 24.5h14M16.5 27h7"
      />
    </svg>
  )
}
