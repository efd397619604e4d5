// Exit 0 when this container's process says it is ready. Run by the image's HEALTHCHECK.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
