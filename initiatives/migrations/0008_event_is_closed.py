from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0007_searched_parts")]

    operations = [
        migrations.AddField("event", "is_closed", models.BooleanField(default=False, verbose_name="closed item")),
    ]
