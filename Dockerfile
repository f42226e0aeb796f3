# The image of Atrium. tools/check-image.js runs these steps in an empty folder, and starts the result.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY clients/typescript/package.json clients/typescript/package.json
COPY console/package.json console/package.json
RUN npm ci
COPY . .
RUN npm run build
RUN mkdir data

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY clients/typescript/package.json clients/typescript/package.json
COPY console/package.json console/package.json
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/prisma prisma
COPY --from=build /app/src/locales src/locales
COPY --from=build /app/dist dist
# The only folder that is written to. Files are stored there, unless STORAGE_URL names a store.
COPY --from=build --chown=node:node /app/data /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
