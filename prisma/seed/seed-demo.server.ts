import type { Container } from '~/server/container.server'

/** Fills an empty database with the demo. */
export async function seedDemo(_container: Container): Promise<void> {}
