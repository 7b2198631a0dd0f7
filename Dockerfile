# One image for API, worker, preparation and mail catcher; the compose file says which it is.
FROM node:20-bookworm-slim
ENV NODE_ENV=production TONGGONG_HOME=/var/lib/tonggong
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && mkdir -p /var/lib/tonggong && chown node:node /var/lib/tonggong
USER node
VOLUME /var/lib/tonggong
EXPOSE 3000
CMD ["node", "tools/with-database.mjs", "dist/apps/api/main.js"]
