### Страница вызова: одна кнопка, которую в четыре утра читает испуганный человек.
### Только сообщения и { $values }: больше из Fluent страница не понимает.

press-title = Saqta: вызов помощи

## До нажатия

press-help = Позвать на помощь
press-help-again = Позвать ещё раз
press-hold = Нажмите и держите
press-tap = Нажмите
press-hold-longer = Держите чуть дольше
# Те же слова, что и kind-assist
press-assist = Просьба подойти
press-place = Помощь придёт сюда
press-place-uncertain = Место не определено
press-place-uncertain-detail = Вызов всё равно будет отправлен.
press-phones = Телефоны
press-police = Полиция
press-rescue = Служба спасения

## Что стало с вызовом. $time: часы и минуты на объекте; $name: как зовут охранника

press-sending = Отправляется…
press-sending-detail = Ещё не отправлено.
press-sent = ОТПРАВЛЕНО { $time }
press-sent-detail = Ждём, когда охрана увидит.
press-sent-again = Снова ждём охрану.
press-seen = УВИДЕЛИ { $time }
press-seen-by = { $name } знает о вашем вызове.
press-seen-by-somebody = Охрана знает о вашем вызове.
press-coming = К ВАМ ИДУТ { $time }
press-coming-by = { $name } уже идёт к вам.
press-coming-by-somebody = Охрана уже идёт к вам.
press-arrived = НА МЕСТЕ { $time }
press-arrived-by = { $name } на месте.
press-arrived-by-somebody = Охрана на месте.
press-closed = Завершено { $time }
press-closed-no-danger = Опасности не обнаружено
press-closed-no-danger-detail = Завершено { $time }. Позвать было правильно.
press-closed-real = Опасность подтвердилась.
press-closed-test = Это была проверка.
press-contested = Вы сообщили, что опасность была. Диспетчер проверит ещё раз.
press-stale = Нет связи: сведения могли устареть.
press-put-away = Убрать

## НЕ доставлено

press-not-delivered = НЕ доставлено
press-not-recorded = НЕ записано
press-call-now = Звоните сейчас
press-keeps-trying = Телефон продолжает отправлять.
press-why-offline = Нет сети.
press-why-no-answer = Сервер не отвечает.
press-why-not-recorded = Сервер не смог записать вызов.
press-why-unknown-phone = Сервер не знает этот телефон. Попросите у начальника охраны новый код.

## «Возражаю: опасность была»

press-contest = Возражаю: опасность была
press-contest-note = Что случилось? Можно ничего не писать.
press-contest-send = Отправить
press-contest-failed = Не отправлено. Ваши слова сохранены: попробуйте ещё раз.
press-back = Назад

## Связь с сервером и коллеги

press-link-lost = Нет связи с сервером. Вызов сохранится и уйдёт при первой возможности. Если помощь нужна сейчас, звоните.
press-link-stranger = Сервер не знает этот телефон. Попросите у начальника охраны новый код, а до тех пор звоните.
# $zone: название места
press-colleague = Вызвали помощь: { $zone }
press-colleague-somewhere = У вас на работе вызвали помощь
press-hide = Скрыть

## Телефон ещё не подключён

press-enrol-title = Этот телефон ещё не подключён
press-enrol-how = Попросите у начальника охраны свой код и наведите на него камеру или откройте присланную ссылку.
press-enrol-paste = Или вставьте ссылку сюда
press-enrol-go = Подключить
press-enrol-wrong = Это не та ссылка. Скопируйте её целиком, вместе с тем, что стоит после знака #.
press-enrol-until = До тех пор звоните

## Настройки

press-settings = Настройки
press-set-silent = Без звука
press-set-silent-detail = Ни звука, ни вибрации. После вызова маленькая точка показывает, что происходит; нажмите на неё, чтобы прочитать.
press-set-hold = Сколько держать кнопку
# $seconds: например, 0,3
press-set-hold-value = { $seconds } с
press-set-language = Язык
press-close = Закрыть
press-sign-legend = Что говорит точка
press-sign-sending = отправляется
press-sign-sent = отправлено
press-sign-seen = увидели
press-sign-coming = к вам идут
press-sign-arrived = на месте
press-sign-closed = завершено
press-sign-show = Что с вызовом
