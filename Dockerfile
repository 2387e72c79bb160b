# One image for the api, the worker and the command line; docker-compose.yml says which.
# Not built on the development machine (it has no Docker daemon); its steps are those of `npm start`, which are.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
# Debian, not Alpine: the Temporal SDK's native core needs glibc.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=build --chown=node:node /app/data ./data
COPY --from=build --chown=node:node /app/scripts ./scripts
COPY --from=build --chown=node:node /app/tools ./tools
RUN mkdir -p /var/lib/vinhdanh && chown node:node /var/lib/vinhdanh
USER node
CMD ["node", "--enable-source-maps", "--max-old-space-size=512", "dist/apps/api/main.js"]
