import type { Container } from '~/server/container.server'

/** Hands the message to the gateway once; a failure is thrown, so that the queue tries again later. */
export async function handleSendTextMessage(
  container: Container,
  data: { textMessageId: string },
): Promise<void> {
  const db = container.database.prisma
  const message = await db.textMessage.findUnique({ where: { id: data.textMessageId } })
  if (!message || message.sentAt) return
  try {
    await container.textMessages.send(message)
  } catch (error) {
    await db.textMessage.update({
      where: { id: message.id },
      data: { failures: { increment: 1 } },
    })
    throw error
  }
  await db.textMessage.update({
    where: { id: message.id },
    data: { sentAt: container.clock() },
  })
}
